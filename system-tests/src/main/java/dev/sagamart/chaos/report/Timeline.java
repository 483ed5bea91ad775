package dev.sagamart.chaos.report;

import dev.sagamart.chaos.faults.Struck;
import dev.sagamart.chaos.history.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** A picture of a run: when which process was struck, and how the clients fared meanwhile. */
final class Timeline {
    private static final int WIDTH = 1200;
    private static final int LEFT = 130;
    private static final int LANE = 22;
    private static final int CURVE = 140;
    private static final List<String> COLOURS =
            List.of("#d1495b", "#edae49", "#66a182", "#2e4057", "#8d6a9f", "#00798c", "#a44a3f", "#5c7c2f");

    private final Run run;
    private final long begin;
    private final long end;
    private final List<String> lanes;
    private final StringBuilder svg = new StringBuilder();

    private Timeline(Run run) {
        this.run = run;
        LongStream begins =
                run.phases().stream().mapToLong(phase -> phase.begin().getEpochSecond());
        LongStream seconds = run.tally().seconds().keySet().stream().mapToLong(Long::longValue);
        LongSummaryStatistics span = LongStream.concat(begins, seconds).summaryStatistics();
        this.begin = span.getMin();
        this.end = Math.max(begin + 1, span.getMax());
        this.lanes =
                run.struck().stream().map(Timeline::lane).distinct().sorted().toList();
    }

    static String of(Run run) {
        return new Timeline(run).draw();
    }

    /** The process that a fault is about. */
    private static String lane(Struck fault) {
        return fault.target().split("[ ,]", 2)[0];
    }

    private String draw() {
        int height = 40 + lanes.size() * LANE + 30 + CURVE + 40;
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"11\">",
                WIDTH, height);
        add("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
        phases(height);
        for (int index = 0; index < lanes.size(); index++) {
            lane(lanes.get(index), 40 + index * LANE);
        }
        int base = height - 40;
        curve(base, Tally.Second::done, "#66a182");
        curve(base, Tally.Second::refused, "#edae49");
        curve(base, Tally.Second::troubled, "#d1495b");
        legend(height - 12);
        add("</svg>");
        return svg.toString();
    }

    private void phases(int height) {
        for (Phase phase : run.phases()) {
            double x = x((double) phase.begin().getEpochSecond());
            if (x <= WIDTH) {
                add(
                        "<line x1=\"%.1f\" y1=\"20\" x2=\"%.1f\" y2=\"%d\" stroke=\"#bbb\" stroke-dasharray=\"3\"/>",
                        x, x, height - 40);
                add("<text x=\"%.1f\" y=\"15\" fill=\"#666\">%s</text>", x + 2, escape(phase.name()));
            }
        }
    }

    private void lane(String name, int y) {
        add("<text x=\"4\" y=\"%d\">%s</text>", y + 14, escape(name));
        for (Struck fault : run.struck()) {
            if (lane(fault).equals(name)) {
                Instant until = fault.end() == null ? fault.start() : fault.end();
                double from = x(fault.start().toEpochMilli() / 1000.0);
                double width = Math.max(3, x(until.toEpochMilli() / 1000.0) - from);
                add(
                        "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\" opacity=\"0.75\">"
                                + "<title>%s %s: %s</title></rect>",
                        from,
                        y + 2,
                        width,
                        LANE - 4,
                        colour(fault.id()),
                        fault.id(),
                        escape(fault.title()),
                        escape(fault.target()));
                add("<text x=\"%.1f\" y=\"%d\" font-size=\"9\">%s</text>", from + 2, y + 14, fault.id());
            }
        }
    }

    private void curve(int base, ToLongFunction<Tally.Second> value, String colour) {
        long most = Math.max(
                1,
                run.tally().seconds().values().stream()
                        .mapToLong(second -> Math.max(second.done(), Math.max(second.refused(), second.troubled())))
                        .max()
                        .orElse(1));
        List<String> points = new ArrayList<>();
        for (long second = begin; second <= end; second++) {
            Tally.Second counts = run.tally().seconds().get(second);
            double height = counts == null ? 0 : (double) value.applyAsLong(counts) * CURVE / most;
            points.add(String.format(Locale.ROOT, "%.1f,%.1f", x((double) second), base - height));
        }
        add(
                "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.2\" points=\"%s\"/>",
                colour, points.stream().collect(Collectors.joining(" ")));
        add("<text x=\"4\" y=\"%d\" fill=\"#666\">%d/s</text>", base - CURVE + 10, most);
    }

    private void legend(int y) {
        add("<text x=\"%d\" y=\"%d\" fill=\"#66a182\">operations done</text>", LEFT, y);
        add("<text x=\"%d\" y=\"%d\" fill=\"#b8860b\">refused for good</text>", LEFT + 110, y);
        add("<text x=\"%d\" y=\"%d\" fill=\"#d1495b\">requests busy, failed or unanswered</text>", LEFT + 220, y);
        add("<text x=\"%d\" y=\"%d\" fill=\"#666\">%d s</text>", WIDTH - 60, y, end - begin);
    }

    private double x(double second) {
        return LEFT + (second - begin) * (WIDTH - LEFT - 10) / (end - begin);
    }

    private static String colour(String id) {
        return COLOURS.get(Math.floorMod(id.hashCode(), COLOURS.size()));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation is not worth a dependency
    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
