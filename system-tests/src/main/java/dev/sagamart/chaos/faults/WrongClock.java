package dev.sagamart.chaos.faults;

import dev.sagamart.chaos.cluster.Agent;
import dev.sagamart.chaos.cluster.Cluster;
import dev.sagamart.local.suite.Service;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The clock of one instance is ten minutes ahead or behind. Not of an orchestrator, whose deadlines are dates that the
 * other instance reads, and not of a gateway, which would rightly refuse tokens.
 */
final class WrongClock {
    private static final List<Service> SERVICES =
            List.of(Service.POINT, Service.PRODUCT, Service.COUPON, Service.RANKING, Service.CHARGE_LOG);
    private static final Duration OFFSET = Duration.ofMinutes(10);
    private static final Duration LENGTH = Duration.ofSeconds(30);
    private static final String RIGHT = "clock " + Duration.ZERO;

    private WrongClock() {}

    static Aim aim(Cluster cluster, RandomGenerator random) {
        String victim = Chance.oneOf(cluster.instances(Chance.oneOf(SERVICES, random)), random);
        Duration offset = random.nextBoolean() ? OFFSET : OFFSET.negated();
        String order = "clock " + offset;
        return new Aim("%s by %s for %s".formatted(victim, offset, Chance.say(LENGTH)), Set.of(victim), () -> {
            Agent agent = cluster.agent().orElseThrow();
            long before = agent.said(victim, "armed " + order);
            agent.order(victim, order);
            return Blow.of(
                    LENGTH,
                    () -> agent.order(victim, RIGHT),
                    () -> new Proof("clocks set", agent.said(victim, "armed " + order) - before));
        });
    }
}
