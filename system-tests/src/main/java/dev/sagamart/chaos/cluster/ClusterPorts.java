package dev.sagamart.chaos.cluster;

import dev.sagamart.local.infrastructure.Ports;
import dev.sagamart.local.suite.PortPlan;
import dev.sagamart.local.suite.Service;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The ports of one run: those of a suite, those of further instances, and a range for the links. All are below what
 * systems hand out for outgoing connections, so that a killed process finds its port free.
 */
record ClusterPorts(PortPlan servers) {
    private static final int LOWEST = 11_000;
    private static final int HIGHEST = 21_000;
    private static final int NEXT_INSTANCE = 100;
    private static final int LINKS = 8500;
    private static final int MOST_LINKS = 100;

    static ClusterPorts free() {
        return Stream.generate(ClusterPorts::any)
                .limit(50)
                .filter(plan -> plan.all().noneMatch(Ports::isOpen))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no free ports for the suite"));
    }

    private static ClusterPorts any() {
        int steps = (HIGHEST - LOWEST) / MOST_LINKS;
        return new ClusterPorts(
                new PortPlan(LOWEST + ThreadLocalRandom.current().nextInt(steps) * MOST_LINKS));
    }

    /** @param number 1, 2, … */
    int http(Service service, int number) {
        return servers.http(service) + NEXT_INSTANCE * (number - 1);
    }

    int management(Service service, int number) {
        return servers.management(service) + NEXT_INSTANCE * (number - 1);
    }

    /** @param number 0, 1, … */
    int link(int number) {
        if (number >= MOST_LINKS) {
            throw new IllegalArgumentException("no port for link " + number);
        }
        return LINKS + servers.offset() + number;
    }

    private Stream<Integer> all() {
        Stream<Integer> second =
                Stream.of(Service.values()).flatMap(service -> Stream.of(http(service, 2), management(service, 2)));
        Stream<Integer> links = IntStream.range(0, MOST_LINKS).mapToObj(this::link);
        return Stream.of(List.copyOf(servers.all().keySet()).stream(), second, links)
                .flatMap(ports -> ports);
    }
}
