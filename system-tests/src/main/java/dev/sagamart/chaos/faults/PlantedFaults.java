package dev.sagamart.chaos.faults;

import dev.sagamart.chaos.cluster.Agent;
import dev.sagamart.chaos.cluster.Cluster;
import dev.sagamart.local.suite.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** What the agent in a service does at an exact place of its code. */
final class PlantedFaults {
    private static final int MOST_PASSINGS = 3;

    /** The crash points that a busy service passes all the time, by service. */
    private static final Map<Service, List<String>> POINTS = Map.of(
            Service.ORDER, List.of("CP1", "CP3", "CP4", "CP5", "CP12"),
            Service.POINT, List.of("CP1", "CP2", "CP3", "CP4", "CP5", "CP6"),
            Service.PRODUCT, List.of("CP2", "CP4"),
            Service.COUPON, List.of("CP7", "CP8", "CP4"),
            Service.GATEWAY, List.of("CP9", "CP10", "CP11"));

    private static final List<Service> CONSUMERS = List.of(Service.ORDER, Service.POINT, Service.PRODUCT);
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(60);

    private PlantedFaults() {}

    static Aim crash(Cluster cluster, RandomGenerator random) {
        List<Map.Entry<Service, String>> all = new ArrayList<>();
        new TreeMap<>(POINTS).forEach((service, points) -> points.forEach(point -> all.add(Map.entry(service, point))));
        Map.Entry<Service, String> chosen = Chance.oneOf(all, random);
        String victim = Chance.oneOf(cluster.instances(chosen.getKey()), random);
        String point = chosen.getValue();
        int passing = random.nextInt(1, MOST_PASSINGS + 1);
        return new Aim("%s at %s, passing %d".formatted(victim, point, passing), Set.of(victim), () -> {
            Agent agent = agent(cluster);
            long before = agent.said(victim, "crash " + point + " ");
            agent.order(victim, "crash " + point + " " + passing);
            return Blow.feltByOthers(
                    Duration.ofSeconds(2),
                    () -> comeBack(cluster, agent, victim),
                    () -> new Proof("deaths at the point", agent.said(victim, "crash " + point + " ") - before));
        });
    }

    private static void comeBack(Cluster cluster, Agent agent, String victim) {
        agent.disarm(victim, cluster.isReady(victim));
        cluster.start(victim);
    }

    /** A consumer that ends for good: the service must say that it is not ready, and is replaced. */
    static Aim consumerError(Cluster cluster, RandomGenerator random) {
        String victim = Chance.oneOf(cluster.instances(Chance.oneOf(CONSUMERS, random)), random);
        return new Aim("a consumer of " + victim, Set.of(victim), () -> {
            Agent agent = agent(cluster);
            var noticed = new long[1];
            agent.order(victim, "error E1");
            return Blow.of(
                    Duration.ofSeconds(1),
                    () -> {
                        noticed[0] = Waiting.until(NOTICED_WITHIN, () -> !cluster.isReady(victim)) ? 1 : 0;
                        cluster.kill(victim);
                        cluster.start(victim);
                    },
                    () -> new Proof("services that said so", noticed[0]));
        });
    }

    private static Agent agent(Cluster cluster) {
        return cluster.agent().orElseThrow(() -> new IllegalStateException("libs/fault-agent is not built"));
    }
}
