package dev.sagamart.chaos.faults;

import dev.sagamart.chaos.cluster.Cluster;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;

/** Threads that do nothing but take the time of every core; ours, so that they cannot outlive us. */
final class StarvedCores {
    private static final int LOOPS_PER_CORE = 2;

    private StarvedCores() {}

    static Aim aim(Cluster cluster, RandomGenerator random) {
        Duration length = Chance.seconds(random, 15, 30);
        int loops = LOOPS_PER_CORE * Runtime.getRuntime().availableProcessors();
        return new Aim(loops + " busy loops for " + Chance.say(length), Set.of("cores"), () -> {
            var over = new AtomicBoolean();
            var rounds = new LongAdder();
            for (int loop = 0; loop < loops; loop++) {
                Thread.ofPlatform().daemon().name("busy loop").start(() -> spin(over, rounds));
            }
            return Blow.of(length, () -> over.set(true), () -> new Proof("million rounds", rounds.sum() / 1_000_000));
        });
    }

    private static void spin(AtomicBoolean over, LongAdder rounds) {
        while (!over.get()) {
            rounds.increment();
        }
    }
}
