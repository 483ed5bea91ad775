package dev.sagamart.chaos.workload;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** The number that everything accidental in a run follows from. */
public record Seed(long value) {
    private static final RandomGeneratorFactory<RandomGenerator> KIND = RandomGeneratorFactory.of("L64X128MixRandom");

    /** Chance of its own for each purpose, so that one asking more often does not change the others. */
    public RandomGenerator chance(String purpose) {
        return KIND.create(value * 0x9E3779B97F4A7C15L + purpose.hashCode());
    }
}
