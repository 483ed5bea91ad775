package dev.sagamart.chaos.faults;

import dev.sagamart.chaos.cluster.Cluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A Redis that forgets: everything, the last things, or what happened since some time. */
final class RedisHarm {
    private static final Set<String> REDIS = Set.of("redis");

    /** A key of our own that shows what was forgotten. */
    private static final String MARK = "chaos:mark";

    private RedisHarm() {}

    static Aim totalLoss(Cluster cluster, RandomGenerator random) {
        return new Aim("redis loses all", REDIS, () -> {
            String mark = mark(cluster);
            cluster.kill("redis");
            Folders.delete(cluster.data().resolve("redis"));
            return Blow.of(Duration.ZERO, () -> cluster.start("redis"), () -> forgotten(cluster, mark));
        });
    }

    /** The tail of what Redis had written down is cut off. */
    static Aim partialLoss(Cluster cluster, RandomGenerator random) {
        int bytes = random.nextInt(4_000, 50_000);
        return new Aim("redis loses its last " + bytes + " bytes", REDIS, () -> {
            String mark = mark(cluster);
            cluster.kill("redis");
            Folders.cut(Folders.newest(cluster.data().resolve("redis/appendonlydir"), ".incr.aof"), bytes);
            return Blow.of(Duration.ZERO, () -> cluster.start("redis"), () -> forgotten(cluster, mark));
        });
    }

    /** All that happened while the fault lasts is undone at its end. */
    static Aim rollback(Cluster cluster, RandomGenerator random) {
        Duration back = Chance.seconds(random, 10, 20, 30);
        return new Aim("redis goes back by " + Chance.say(back), REDIS, () -> {
            Path live = cluster.data().resolve("redis");
            Path copy = cluster.data().resolve("redis-copy");
            Folders.delete(copy);
            Folders.copy(live, copy);
            String mark = mark(cluster);
            return Blow.of(
                    back,
                    () -> {
                        cluster.kill("redis");
                        Folders.delete(live);
                        Folders.copy(copy, live);
                        cluster.start("redis");
                    },
                    () -> forgotten(cluster, mark));
        });
    }

    private static String mark(Cluster cluster) {
        String mark = Long.toString(System.nanoTime());
        new RedisPort(cluster.redis()).call("SET", MARK, mark);
        return mark;
    }

    private static Proof forgotten(Cluster cluster, String mark) {
        @Nullable String found = new RedisPort(cluster.redis()).call("GET", MARK);
        return new Proof("marks that Redis has forgotten", mark.equals(found) ? 0 : 1);
    }
}
