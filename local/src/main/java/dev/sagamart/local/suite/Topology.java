package dev.sagamart.local.suite;

import dev.sagamart.local.infrastructure.KafkaServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which processes a suite consists of, beside its servers.
 *
 * @param instances started in this order
 * @param detours ways to Kafka other than the direct one
 */
public record Topology(List<Instance> instances, List<KafkaServer.Detour> detours) {

    public Topology {
        instances = List.copyOf(instances);
        detours = List.copyOf(detours);
    }

    /** One instance of each service, on the planned port. */
    static Topology single(Set<Service> services, PortPlan ports) {
        List<Instance> instances =
                services.stream().map(service -> Instance.only(service, ports)).toList();
        return new Topology(instances, List.of());
    }

    /** Every port with the name of the process that wants it. */
    Map<Integer, String> ports(PortPlan planned) {
        Map<Integer, String> ports = new LinkedHashMap<>(planned.all());
        for (Instance instance : instances) {
            ports.put(instance.port(), instance.name());
            ports.put(instance.managementPort(), instance.name() + " (management)");
        }
        detours.forEach(detour -> ports.put(detour.port(), "kafka"));
        return ports;
    }
}
