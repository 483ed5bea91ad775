package dev.sagamart.chaos.cluster;

import dev.sagamart.chaos.proxy.Proxy;
import dev.sagamart.local.infrastructure.KafkaServer;
import dev.sagamart.local.suite.Instance;
import dev.sagamart.local.suite.Service;
import dev.sagamart.local.suite.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Who talks to whom, each over a proxy of its own; the way from the gateways to a service is one for all. */
final class Wiring implements AutoCloseable {
    private static final Set<Service> TWICE = Set.of(Service.GATEWAY, Service.ORDER, Service.PRODUCT, Service.POINT);
    private static final Set<Service> USING_REDIS = Set.of(Service.GATEWAY, Service.COUPON, Service.RANKING);

    /** Small, so that all of them fit on one machine; -Xmx and the rest overrule the usual ones. */
    private static final List<String> SMALL_JVM = List.of("-Xmx192m", "-Xss512k", "-XX:TieredStopAtLevel=1");

    private final ClusterPorts ports;
    private final ClusterOptions options;
    private final Map<String, Proxy> links = new LinkedHashMap<>();
    private final List<KafkaServer.Detour> detours = new ArrayList<>();
    private final Topology topology;
    private final Optional<Agent> agent;
    private int usedPorts;

    Wiring(ClusterPorts ports, ClusterOptions options, Optional<Agent> agent) {
        this.ports = ports;
        this.agent = agent;
        this.options = options;
        Map<String, String> upstreams = upstreams();
        List<Instance> instances = new ArrayList<>();
        // the gateways come last, so that what they need is there
        for (Service service : List.of(Service.values()).reversed()) {
            for (int number = 1; number <= count(service); number++) {
                instances.add(instance(service, number, service == Service.GATEWAY ? upstreams : Map.of()));
            }
        }
        this.topology = new Topology(instances, detours);
    }

    Optional<Agent> agent() {
        return agent;
    }

    Topology topology() {
        return topology;
    }

    Proxy link(String from, String to) {
        Proxy link = links.get(name(from, to));
        if (link == null) {
            throw new IllegalArgumentException("there is no link " + name(from, to));
        }
        return link;
    }

    List<Proxy> links() {
        return List.copyOf(links.values());
    }

    private Map<String, String> upstreams() {
        Map<String, String> upstreams = new HashMap<>();
        for (Service service : Service.values()) {
            if (service != Service.GATEWAY) {
                List<Integer> targets = IntStream.rangeClosed(1, count(service))
                        .mapToObj(number -> ports.http(service, number))
                        .toList();
                Proxy link = open("gateway", service.label(), targets);
                upstreams.put(service.upstreamVariable(), "http://127.0.0.1:" + link.port());
            }
        }
        return upstreams;
    }

    private Instance instance(Service service, int number, Map<String, String> upstreams) {
        String name = service.label() + "-" + number;
        Map<String, String> environment = new HashMap<>(upstreams);
        String database = service.database();
        if (database != null) {
            int link =
                    open(name, "postgres", List.of(ports.servers().postgres())).port();
            environment.put("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:" + link + "/" + database);
            environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + detour(name));
        }
        if (USING_REDIS.contains(service)) {
            int link = open(name, "redis", List.of(ports.servers().redis())).port();
            environment.put("SAGAMART_REDIS_URL", "redis://127.0.0.1:" + link);
        }
        environment.putAll(options.environment());
        List<String> flags = new ArrayList<>(SMALL_JVM);
        agent.ifPresent(present -> flags.add(present.jvmFlag(name)));
        options.jvmFlags().forEach(flag -> flags.add(flag.replace(ClusterOptions.INSTANCE, name)));
        return new Instance(
                service, name, ports.http(service, number), ports.management(service, number), environment, flags);
    }

    /** A listener of the broker for this client alone, whose answers lead it back to its own proxy. */
    private int detour(String client) {
        int listener = ports.link(usedPorts++);
        int proxy = open(client, "kafka", List.of(listener)).port();
        detours.add(new KafkaServer.Detour(listener, proxy));
        return proxy;
    }

    private Proxy open(String from, String to, List<Integer> targets) {
        Proxy link = Proxy.open(name(from, to), ports.link(usedPorts++), targets);
        links.put(link.name(), link);
        return link;
    }

    private static String name(String from, String to) {
        return from + " -> " + to;
    }

    private static int count(Service service) {
        return TWICE.contains(service) ? 2 : 1;
    }

    @Override
    public void close() {
        links.values().forEach(Proxy::close);
    }
}
