package dev.sagamart.chaos.faults;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** Choices that a seed makes. */
final class Chance {
    private Chance() {}

    static <T> T oneOf(List<T> choices, RandomGenerator random) {
        return choices.get(random.nextInt(choices.size()));
    }

    static Duration seconds(RandomGenerator random, int... choices) {
        return Duration.ofSeconds(choices[random.nextInt(choices.length)]);
    }

    static Duration upTo(Duration longest, RandomGenerator random) {
        return Duration.ofMillis(random.nextLong(longest.toMillis() + 1));
    }

    static String say(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
