package dev.sagamart.loadtests.instances;

import dev.sagamart.local.suite.Instance;
import dev.sagamart.local.suite.PortPlan;
import dev.sagamart.local.suite.Service;
import dev.sagamart.local.suite.Topology;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** As many instances of every service, with a door before those of each; a single one has none. */
public final class Instances implements AutoCloseable {
    public static final int MOST = 3;

    private static final int NEXT_INSTANCE = 100;
    private static final int DOORS = MOST * NEXT_INSTANCE;

    /** Of all instances of a service together: PostgreSQL takes 300 of all services. */
    private static final int DATABASE_CONNECTIONS = 40;

    private static final int USUAL_POOL = 16;

    private final int count;
    private final PortPlan ports;
    private final Map<Service, Door> doors = new EnumMap<>(Service.class);
    private final List<Instance> all = new ArrayList<>();

    private Instances(int count, PortPlan ports) {
        this.count = count;
        this.ports = ports;
    }

    /**
     * Plans them, and opens the doors.
     *
     * @param gateway settings of every gateway
     */
    public static Instances of(int count, PortPlan ports, Map<String, String> gateway) {
        var instances = new Instances(count, ports);
        for (Service service : Service.values()) {
            instances.openDoor(service);
        }
        for (Service service : Service.values()) {
            for (int number = 1; number <= count; number++) {
                instances.all.add(instances.instance(service, number, gateway));
            }
        }
        return instances;
    }

    private void openDoor(Service service) {
        if (count > 1) {
            List<Integer> targets = IntStream.rangeClosed(1, count)
                    .mapToObj(number -> ports.http(service) + distance(number))
                    .toList();
            doors.put(service, Door.open(ports.http(service) + DOORS, targets));
        }
    }

    private Instance instance(Service service, int number, Map<String, String> gateway) {
        Map<String, String> environment = new HashMap<>();
        if (service == Service.GATEWAY) {
            environment.putAll(gateway);
            doors.keySet().stream()
                    .filter(upstream -> upstream != Service.GATEWAY)
                    .forEach(upstream -> environment.put(upstream.upstreamVariable(), url(upstream)));
        } else {
            int pool = Math.min(USUAL_POOL, DATABASE_CONNECTIONS / count);
            environment.put("SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE", Integer.toString(pool));
        }
        return new Instance(
                service,
                number == 1 ? service.label() : service.label() + "-" + number,
                ports.http(service) + distance(number),
                ports.management(service) + distance(number),
                environment,
                List.of());
    }

    private static int distance(int number) {
        return NEXT_INSTANCE * (number - 1);
    }

    public int count() {
        return count;
    }

    public Topology topology() {
        return new Topology(all, List.of());
    }

    /** Names of the processes of a service. */
    public List<String> names(Service service) {
        return all.stream()
                .filter(instance -> instance.service() == service)
                .map(Instance::name)
                .toList();
    }

    /** Where clients find a service, whichever instance answers. */
    public String url(Service service) {
        Door door = doors.get(service);
        return door == null ? ports.url(service) : "http://127.0.0.1:" + door.port();
    }

    @Override
    public void close() {
        doors.values().forEach(Door::close);
    }
}
