package dev.sagamart.chaos.cluster;

import dev.sagamart.local.suite.Instance;
import dev.sagamart.local.suite.Service;
import dev.sagamart.local.suite.Topology;
import java.util.List;
import java.util.stream.Stream;

/** Who belongs to a cluster: the servers, and the instances of all services. */
record Members(Topology topology) {
    private static final List<String> SERVERS = List.of("postgres", "redis", "kafka");

    List<String> all() {
        return Stream.concat(SERVERS.stream(), instances().stream()).toList();
    }

    List<String> instances() {
        return topology.instances().stream().map(Instance::name).toList();
    }

    List<String> of(Service service) {
        return topology.instances().stream()
                .filter(instance -> instance.service() == service)
                .map(Instance::name)
                .toList();
    }

    /** @throws IllegalArgumentException if there is no such instance */
    Instance named(String name) {
        return topology.instances().stream()
                .filter(instance -> instance.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no instance " + name));
    }
}
