package dev.sagamart.loadtests.compare;

import dev.sagamart.loadtests.instances.Instances;
import dev.sagamart.loadtests.measuring.Requests;
import dev.sagamart.local.api.Api;
import dev.sagamart.local.suite.EndWithJvm;
import dev.sagamart.local.suite.PortPlan;
import dev.sagamart.local.suite.Progress;
import dev.sagamart.local.suite.Service;
import dev.sagamart.local.suite.Suite;
import dev.sagamart.local.suite.SuiteOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The suite with everything on, full of goods and users. */
public final class Ours implements AutoCloseable {
    private static final int PORT_OFFSET = 7400;
    private static final List<String> SERVERS = List.of("postgres", "redis", "kafka");

    /** Answers are kept as long as a run may last, not a day, because the Redis of a laptop is small. */
    private static final Map<String, String> GATEWAY = Map.of("SAGAMART_GATEWAY_IDEMPOTENCY_RETENTION", "60s");

    private final Suite suite;
    private final Instances instances;
    private final Map<Scenario, Traffic> traffic = new EnumMap<>(Scenario.class);
    private final Wrk wrk;
    private final EndWithJvm end;

    private Ours(Suite suite, Instances instances, Wrk wrk, EndWithJvm end) {
        this.suite = suite;
        this.instances = instances;
        this.wrk = wrk;
        this.end = end;
        end.started(this::stop);
    }

    /**
     * Starts it with empty data. However this program ends, nothing of it is left running.
     *
     * @param instances of every service
     * @param gateway further settings of the gateways
     */
    public static Ours start(Path root, Path folder, int instances, Map<String, String> gateway)
            throws IOException, InterruptedException {
        Wrk wrk = Wrk.in(folder);
        var options = new SuiteOptions(root, folder.resolve("suite"), new PortPlan(PORT_OFFSET));
        Map<String, String> settings = new HashMap<>(GATEWAY);
        settings.putAll(gateway);
        Instances planned = Instances.of(instances, options.ports(), settings);
        var end = new EndWithJvm();
        try {
            Suite suite = Suite.start(options, Suite.StartMode.FRESH, planned.topology(), Progress.SILENT);
            return new Ours(suite, planned, wrk, end);
        } catch (RuntimeException failure) {
            end.forget();
            planned.close();
            throw failure;
        }
    }

    /** Users, goods and the files that the clients read. */
    public void furnish(List<Scenario> scenarios, Path folder) throws IOException, InterruptedException {
        try (var api = new Api(instances.url(Service.GATEWAY))) {
            Users users = Users.create(user -> suite.token(user, false));
            users.charge(api);
            var goods = new Goods(api.as(suite.token("load-admin", true)));
            Api.User customer = api.as(users.tokens().getFirst());
            for (Scenario scenario : scenarios) {
                List<String> wishes = goods.wishes(scenario, customer);
                traffic.put(scenario, Traffic.write(folder, scenario, users.tokens(), wishes));
            }
        }
    }

    public Turn turn(Scenario scenario, Entrance entrance, int connections, Duration length)
            throws IOException, InterruptedException, SQLException {
        Map<String, List<ProcessHandle>> processes = processes();
        long effectsBefore = effects(scenario);
        Map<String, Double> before = Processors.used(processes);
        String url = instances.url(entrance == Entrance.GATEWAY ? Service.GATEWAY : scenario.service());
        WrkResult load = wrk.send(Objects.requireNonNull(traffic.get(scenario)), url, connections, length);
        Map<String, Double> used = new LinkedHashMap<>();
        Processors.used(processes).forEach((name, seconds) -> used.put(name, seconds - before.getOrDefault(name, 0.0)));
        long effects = scenario.effects() == null ? load.requests() : effects(scenario) - effectsBefore;
        return new Turn(load, effects, used);
    }

    private Map<String, List<ProcessHandle>> processes() {
        Map<String, List<ProcessHandle>> processes = new LinkedHashMap<>();
        SERVERS.forEach(server -> processes.put(server, running(List.of(server))));
        for (Service service : Service.values()) {
            processes.put(service.label(), running(instances.names(service)));
        }
        return processes;
    }

    private List<ProcessHandle> running(List<String> names) {
        return names.stream().flatMap(name -> suite.process(name).stream()).toList();
    }

    private long effects(Scenario scenario) throws SQLException {
        String database = scenario.service().database();
        if (scenario.effects() == null || database == null) {
            return 0;
        }
        try (Connection connection = suite.postgres().connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(scenario.effects())) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** What clients of our own send to the gateway for this scenario, one of orders. */
    public Requests requests(Scenario scenario) throws IOException {
        return Objects.requireNonNull(traffic.get(scenario)).requests(gateway());
    }

    public InetSocketAddress gateway() {
        URI url = URI.create(instances.url(Service.GATEWAY));
        return new InetSocketAddress(url.getHost(), url.getPort());
    }

    public Suite suite() {
        return suite;
    }

    Instances instances() {
        return instances;
    }

    @Override
    public void close() {
        stop();
        end.forget();
    }

    private synchronized void stop() {
        suite.close();
        instances.close();
    }
}
