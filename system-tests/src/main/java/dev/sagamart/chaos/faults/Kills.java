package dev.sagamart.chaos.faults;

import dev.sagamart.chaos.cluster.Cluster;
import dev.sagamart.local.suite.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Processes that die, and come back. */
final class Kills {
    private static final Duration LONGEST_DEATH = Duration.ofSeconds(15);

    private Kills() {}

    /** {@code kill -9} of one instance. */
    static Aim service(Cluster cluster, RandomGenerator random) {
        String victim = Chance.oneOf(cluster.instances(), random);
        Duration dead = Chance.upTo(LONGEST_DEATH, random);
        return new Aim(victim + ", away for " + Chance.say(dead), Set.of(victim), () -> {
            long before = cluster.pid(victim);
            cluster.kill(victim);
            return Blow.of(dead, () -> cluster.start(victim), () -> changed(cluster, Map.of(victim, before)));
        });
    }

    /** One server ends, in order or not, and is started again with its data. */
    static Aim server(String victim, boolean inOrder, Cluster cluster, RandomGenerator random) {
        Duration dead = Chance.upTo(Duration.ofSeconds(5), random);
        String target = victim + (inOrder ? " stopped for " : " killed for ") + Chance.say(dead);
        return new Aim(target, Set.of(victim), () -> {
            long before = cluster.pid(victim);
            if (inOrder) {
                cluster.stop(victim);
            } else {
                cluster.kill(victim);
            }
            return Blow.of(dead, () -> cluster.start(victim), () -> changed(cluster, Map.of(victim, before)));
        });
    }

    static Aim broker(Cluster cluster, RandomGenerator random) {
        return server("kafka", random.nextBoolean(), cluster, random);
    }

    static Aim redis(Cluster cluster, RandomGenerator random) {
        return server("redis", false, cluster, random);
    }

    /** The instances of one service are stopped in order and started again, one after the other. */
    static Aim rollingRestart(Cluster cluster, RandomGenerator random) {
        Service service = Chance.oneOf(Arrays.asList(Service.values()), random);
        List<String> instances = cluster.instances(service);
        return new Aim(String.join(", ", instances), Set.copyOf(instances), () -> {
            Map<String, Long> before = pids(cluster, instances);
            for (String instance : instances) {
                cluster.stop(instance);
                cluster.start(instance);
            }
            return Blow.of(Duration.ZERO, () -> instances.forEach(cluster::start), () -> changed(cluster, before));
        });
    }

    /** Everything dies at once and is started in any order, the servers first. */
    static Aim everything(Cluster cluster, RandomGenerator random) {
        List<String> servers = List.of("postgres", "redis", "kafka");
        List<String> services = new ArrayList<>(cluster.instances());
        Collections.shuffle(services, Random.from(random));
        return new Aim("all processes", Set.copyOf(cluster.names()), () -> {
            Map<String, Long> before = pids(cluster, cluster.names());
            cluster.names().parallelStream().forEach(cluster::kill);
            return Blow.of(
                    Duration.ZERO,
                    () -> {
                        servers.forEach(cluster::start);
                        services.parallelStream().forEach(cluster::start);
                    },
                    () -> changed(cluster, before));
        });
    }

    private static Map<String, Long> pids(Cluster cluster, List<String> names) {
        Map<String, Long> pids = new HashMap<>();
        names.forEach(name -> pids.put(name, cluster.pid(name)));
        return pids;
    }

    private static Proof changed(Cluster cluster, Map<String, Long> before) {
        long changed = before.entrySet().stream()
                .filter(one -> cluster.pid(one.getKey()) != one.getValue() && cluster.pid(one.getKey()) != 0)
                .count();
        return new Proof("processes with a new pid", changed);
    }
}
