package dev.sagamart.loadtests.gateway;

import java.time.Duration;
import java.util.List;

/**
 * What is measured and for how long.
 *
 * @param connections how many at a time, one measurement for each
 * @param rounds how often each gateway has its turn
 * @param round the length of one turn
 * @param warmup how long each gateway works before the first turn
 */
record Plan(List<Scenario> scenarios, List<Integer> connections, int rounds, Duration round, Duration warmup) {

    /** The part of the warm-up for one scenario with one number of connections. */
    Duration warmupOfEach() {
        return warmup.dividedBy((long) scenarios.size() * connections.size());
    }
}
