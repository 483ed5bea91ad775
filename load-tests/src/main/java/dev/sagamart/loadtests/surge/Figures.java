package dev.sagamart.loadtests.surge;

import dev.sagamart.loadtests.measuring.Replies;
import dev.sagamart.loadtests.measuring.Spread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the clients saw.
 *
 * @param sustainable orders per second that are completed when clients wait for their answers
 * @param before of a light load before the surge
 * @param after of the same light load, begun at the end of the surge
 */
record Figures(double sustainable, Duration length, Replies before, Replies surge, Replies after) {
    static final int TIMES = 2;

    /** Of either light load. */
    static final Duration LIGHT = Duration.ofSeconds(10);

    private static final double CALM = 2;
    private static final double MOSTLY = 0.95;

    double wanted() {
        return TIMES * sustainable;
    }

    double perSecond(Replies some) {
        return some.count() * 1e9 / length.toNanos();
    }

    double share(Replies some) {
        return (double) some.count() / surge.count();
    }

    static Replies accepted(Replies some) {
        return some.with(201, 202);
    }

    /** The middle of the seconds before, because it is seconds that are compared with it. */
    double usualMillis() {
        return Spread.of(seconds(before), second -> second.millis(99)).median();
    }

    List<Replies> secondsAfter() {
        return seconds(after);
    }

    private static List<Replies> seconds(Replies replies) {
        return IntStream.range(0, Math.toIntExact(LIGHT.toSeconds()))
                .mapToObj(replies::inSecond)
                .toList();
    }

    /** The first second that was as before: nobody turned away, p99 under twice the usual one; 1 is right after the surge. */
    OptionalInt recovered() {
        List<Replies> after = secondsAfter();
        return IntStream.rangeClosed(1, after.size())
                .filter(number -> isCalm(after.get(number - 1)))
                .findFirst();
    }

    private boolean isCalm(Replies second) {
        return accepted(second).count() == second.count() && second.millis(99) < CALM * usualMillis();
    }

    List<String> errors() {
        List<String> errors = new ArrayList<>();
        if (perSecond(surge) < MOSTLY * wanted()) {
            errors.add(String.format(
                    Locale.ROOT, "only %.0f requests/s of %.0f could be offered", perSecond(surge), wanted()));
        }
        Stream.of(before, surge, after)
                .forEach(load -> load.countByStatus().forEach((status, count) -> {
                    if (isUnexpected(status)) {
                        errors.add(count + (status == 0 ? " requests without an answer" : " answers " + status));
                    }
                }));
        if (recovered().isEmpty()) {
            errors.add("no second of the " + LIGHT.toSeconds() + " after the surge was as before");
        }
        return errors;
    }

    private static boolean isUnexpected(int status) {
        return switch (status) {
            case 201, 202, 429, 503 -> false;
            default -> true;
        };
    }
}
