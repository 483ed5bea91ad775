package dev.sagamart.loadtests.measuring;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The middle and the limits of several measurements of one thing. */
public record Spread(double median, double min, double max) {

    /** @throws IllegalArgumentException if there is nothing to look at */
    public static Spread of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no measurement");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    public static <T> Spread of(List<T> rounds, ToDoubleFunction<T> figure) {
        return of(rounds.stream().mapToDouble(figure).toArray());
    }

    /** Compares round by round, so that what disturbs both of a pair disturbs the result less. */
    public static <T> Spread ofPairs(
            List<T> ones, List<T> others, ToDoubleFunction<T> figure, DoubleBinaryOperator comparison) {
        return of(IntStream.range(0, ones.size())
                .mapToDouble(round -> comparison.applyAsDouble(
                        figure.applyAsDouble(ones.get(round)), figure.applyAsDouble(others.get(round))))
                .toArray());
    }

    /** Such as {@code 1.5 (1.2–1.9)}; a dash if nothing could be measured. */
    public String text(String format) {
        if (Double.isNaN(median)) {
            return "–";
        }
        String text = "%s (%s–%s)".replace("%s", format);
        return String.format(Locale.ROOT, text, median, min, max);
    }
}
