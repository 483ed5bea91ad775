package dev.sagamart.local.suite;

import java.util.List;
import java.util.Map;

/**
 * One process of a service.
 *
 * @param name what commands call it
 * @param environment what differs from what every instance of the service is told
 * @param jvmFlags come after the usual ones; with any, the start is not sped up by what an earlier one has learned
 */
public record Instance(
        Service service,
        String name,
        int port,
        int managementPort,
        Map<String, String> environment,
        List<String> jvmFlags) {

    public Instance {
        environment = Map.copyOf(environment);
        jvmFlags = List.copyOf(jvmFlags);
    }

    /** The only one of its service. */
    static Instance only(Service service, PortPlan ports) {
        return new Instance(
                service, service.label(), ports.http(service), ports.management(service), Map.of(), List.of());
    }
}
