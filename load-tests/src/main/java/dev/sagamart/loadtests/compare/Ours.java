package dev.sagamart.loadtests.compare;

import dev.sagamart.local.api.Api;
import dev.sagamart.local.audit.Audit;
import dev.sagamart.local.audit.AuditProgress;
import dev.sagamart.local.audit.AuditReport;
import dev.sagamart.local.suite.Instance;
import dev.sagamart.local.suite.PortPlan;
import dev.sagamart.local.suite.Progress;
import dev.sagamart.local.suite.Service;
import dev.sagamart.local.suite.Suite;
import dev.sagamart.local.suite.SuiteOptions;
import dev.sagamart.local.suite.Topology;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The suite with everything on, full of goods and users. */
final class Ours implements AutoCloseable {
    private static final int PORT_OFFSET = 7400;
    private static final List<String> SERVERS = List.of("postgres", "redis", "kafka");
    private static final Duration UNTIL_QUIET = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Answers are kept as long as a run may last, not a day, because the Redis of a laptop is small. */
    private static final Map<String, String> GATEWAY = Map.of("SAGAMART_GATEWAY_IDEMPOTENCY_RETENTION", "60s");

    private final SuiteOptions options;
    private final Suite suite;
    private final Map<Scenario, Traffic> traffic = new EnumMap<>(Scenario.class);
    private final Wrk wrk;

    private Ours(SuiteOptions options, Suite suite, Wrk wrk) {
        this.options = options;
        this.suite = suite;
        this.wrk = wrk;
    }

    static Ours start(Path root, Path folder, Wrk wrk, Progress progress) {
        var options = new SuiteOptions(root, folder.resolve("suite"), new PortPlan(PORT_OFFSET));
        return new Ours(options, Suite.start(options, Suite.StartMode.FRESH, topology(options), progress), wrk);
    }

    private static Topology topology(SuiteOptions options) {
        List<Instance> instances = new ArrayList<>();
        for (Service service : Service.values()) {
            instances.add(new Instance(
                    service,
                    service.label(),
                    options.ports().http(service),
                    options.ports().management(service),
                    service == Service.GATEWAY ? GATEWAY : Map.of(),
                    List.of()));
        }
        return new Topology(instances, List.of());
    }

    /** Users, goods and the files that the clients read. */
    void furnish(List<Scenario> scenarios, Path folder) throws IOException, InterruptedException {
        try (var api = new Api(suite.gatewayUrl())) {
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

    Turn turn(Scenario scenario, Entrance entrance, int connections, Duration length)
            throws IOException, InterruptedException, SQLException {
        Map<String, ProcessHandle> processes = processes();
        long effectsBefore = effects(scenario);
        Map<String, Double> before = Processors.used(processes);
        String url = entrance == Entrance.GATEWAY ? suite.gatewayUrl() : suite.url(scenario.service());
        WrkResult load = wrk.send(Objects.requireNonNull(traffic.get(scenario)), url, connections, length);
        Map<String, Double> used = new LinkedHashMap<>();
        Processors.used(processes).forEach((name, seconds) -> used.put(name, seconds - before.getOrDefault(name, 0.0)));
        long effects = scenario.effects() == null ? load.requests() : effects(scenario) - effectsBefore;
        return new Turn(load, effects, used);
    }

    private Map<String, ProcessHandle> processes() {
        Map<String, ProcessHandle> processes = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(SERVERS);
        for (Service service : Service.values()) {
            names.add(service.label());
        }
        names.forEach(name -> suite.process(name).ifPresent(process -> processes.put(name, process)));
        return processes;
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

    /** Compares what all services say, as soon as nothing is on its way. */
    AuditReport books() throws InterruptedException {
        Audit audit = new Audit(suite.postgres()::connect, Clock.systemUTC())
                .withBroker("127.0.0.1:" + options.ports().kafka())
                .withRedis(options.ports().redis());
        Instant end = Instant.now().plus(UNTIL_QUIET);
        while (audit.quietness().verdict() == AuditReport.Verdict.NOT_QUIET
                && Instant.now().isBefore(end)) {
            Thread.sleep(PAUSE);
        }
        return audit.run(AuditProgress.SILENT);
    }

    @Override
    public void close() {
        suite.close();
    }
}
