package dev.sagamart.chaos.faults;

import dev.sagamart.chaos.cluster.Cluster;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Processes that neither work nor end for a while, their connections open. */
final class Pauses {
    private Pauses() {}

    /** Shorter and longer than the claim of a request, and longer than a consumer's session. */
    static Aim service(Cluster cluster, RandomGenerator random) {
        String victim = Chance.oneOf(cluster.instances(), random);
        int port = URI.create(cluster.management(victim)).getPort();
        return pause(cluster, victim, port, Chance.seconds(random, 3, 12, 40));
    }

    /** Longer than a claim only, for short runs. */
    static Aim serviceBeyondItsClaims(Cluster cluster, RandomGenerator random) {
        String victim = Chance.oneOf(cluster.instances(), random);
        int port = URI.create(cluster.management(victim)).getPort();
        return pause(cluster, victim, port, Duration.ofSeconds(12));
    }

    static Aim redis(Cluster cluster, RandomGenerator random) {
        return pause(cluster, "redis", cluster.redis(), Chance.seconds(random, 1, 5, 12, 25));
    }

    static Aim postgres(Cluster cluster, RandomGenerator random) {
        return pause(cluster, "postgres", cluster.postgres(), Chance.seconds(random, 5, 20));
    }

    static Aim kafka(Cluster cluster, RandomGenerator random) {
        int port = Integer.parseInt(cluster.kafka().split(":", 2)[1]);
        return pause(cluster, "kafka", port, Chance.seconds(random, 5, 15, 40));
    }

    private static Aim pause(Cluster cluster, String victim, int port, Duration length) {
        return new Aim(victim + " for " + Chance.say(length), Set.of(victim), () -> {
            cluster.pause(victim);
            var proof = new Proof("questions without answer", Silence.of(port) ? 1 : 0);
            return Blow.of(length, () -> cluster.resume(victim), () -> proof);
        });
    }
}
