package dev.sagamart.chaos.runner;

import dev.sagamart.chaos.cluster.Cluster;
import dev.sagamart.chaos.cluster.ClusterOptions;
import dev.sagamart.chaos.cluster.RunningCluster;
import dev.sagamart.chaos.faults.Schedule;
import dev.sagamart.chaos.faults.Storm;
import dev.sagamart.chaos.history.History;
import dev.sagamart.chaos.oracle.Finding;
import dev.sagamart.chaos.oracle.Oracle;
import dev.sagamart.chaos.report.Minimum;
import dev.sagamart.chaos.report.Phase;
import dev.sagamart.chaos.report.Report;
import dev.sagamart.chaos.report.Run;
import dev.sagamart.chaos.workload.Furnishing;
import dev.sagamart.chaos.workload.Seed;
import dev.sagamart.chaos.workload.Workload;
import dev.sagamart.chaos.workload.World;
import dev.sagamart.local.infrastructure.TokenMint;
import dev.sagamart.systemtests.http.Client;
import dev.sagamart.systemtests.http.Target;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A run from the first process to the report. */
public final class ChaosRun {
    private static final int CLIENTS = 12;
    private static final Duration WARM_UP = Duration.ofSeconds(30);

    /** Shorter than usual, so that a few minutes see many orders called off. */
    private static final Duration ORDER_DEADLINE = Duration.ofSeconds(12);

    private static final Duration ON_THE_WAY = Duration.ofSeconds(60);
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "SAGAMART_CHECKOUT_STEPDEADLINE", "2s",
            "SAGAMART_CHECKOUT_ORDERDEADLINE", ORDER_DEADLINE.toSeconds() + "s",
            "SAGAMART_CHECKOUT_LONGESTPAUSE", "8s",
            "SPRING_CLOUD_GATEWAY_SERVER_WEBFLUX_HTTPCLIENT_POOL_MAXLIFETIME", "3s"); // all instances are to be asked

    private final Wanted wanted;
    private final Console console;
    private final List<Phase> phases = new ArrayList<>();
    private boolean coldRestart = true;

    public ChaosRun(Wanted wanted, Console console) {
        this.wanted = wanted;
        this.console = console;
    }

    /** For a run that is only to find something out that shows at rest. */
    public ChaosRun withoutColdRestart() {
        coldRestart = false;
        return this;
    }

    /** The report, not written yet. */
    public Report run() throws IOException, SQLException, InterruptedException {
        begin("start");
        var options = new ClusterOptions(wanted.root(), wanted.folder(), wanted.jvmFlags(), ENVIRONMENT);
        try (Cluster cluster = RunningCluster.start(options, console);
                History history = History.in(wanted.folder().resolve("history.jsonl"))) {
            return run(cluster, history);
        }
    }

    private Report run(Cluster cluster, History history) throws IOException, SQLException, InterruptedException {
        var chronicle = new Chronicle(wanted.folder().resolve("faults.jsonl"), console);
        Duration longestOrder = ORDER_DEADLINE.plus(ON_THE_WAY);
        try (var oracle = new Oracle(new ClusterScene(cluster), history, chronicle, longestOrder)) {
            try (var _ = new Pulse(history.tally(), chronicle, oracle, console)) {
                live(cluster, history, chronicle, oracle);
            }
            return new Report(judge(chronicle, history, oracle));
        }
    }

    private void live(Cluster cluster, History history, Chronicle chronicle, Oracle oracle)
            throws InterruptedException {
        var seed = new Seed(wanted.seed());
        World world = new Furnishing(new Client(target(cluster)), seed).furnish(2 * wanted.minutes());
        try (var workload = new Workload(cluster.gateways(), cluster.mint(), world, history, seed)) {
            begin("warm-up");
            oracle.beginWatching();
            workload.begin(CLIENTS, WARM_UP.plusMinutes(wanted.minutes()));
            Thread.sleep(WARM_UP);
            oracle.rememberResources();
            begin("faults");
            new Storm(cluster, new Schedule(wanted.seed(), wanted.catalogue(), wanted.atOnce()), chronicle)
                    .rage(Duration.ofMinutes(wanted.minutes()));
            begin("healed");
            Thread.sleep(wanted.aftermath());
            workload.end();
            begin("last round");
            workload.lastRound();
        }
    }

    private Run judge(Chronicle chronicle, History history, Oracle oracle)
            throws IOException, SQLException, InterruptedException {
        begin("rest and checks");
        List<Finding> atRest = oracle.afterStorm(chronicle.blows());
        Map<String, Long> figures = new LinkedHashMap<>(history.tally().all());
        figures.put("kills", chronicle.kills());
        figures.putAll(oracle.figures());
        List<Finding> findings = new ArrayList<>(oracle.underFire());
        findings.addAll(atRest);
        findings.stream().filter(finding -> !finding.holds()).forEach(this::tell);
        if (coldRestart) {
            begin("cold restart and checks");
            findings.addAll(oracle.afterColdRestart(chronicle.blows()));
        }
        begin("end");
        return new Run(
                wanted.seed(),
                wanted.minutes(),
                wanted.command(),
                wanted.folder(),
                phases,
                chronicle.all(),
                findings,
                figures,
                Minimum.of(wanted.minutes(), wanted.isChosen()),
                oracle.looks(),
                history.tally());
    }

    private void tell(Finding broken) {
        console.line("BROKEN %s: %s".formatted(broken.id(), broken.sentence()));
        broken.violations().forEach(console::note);
    }

    private void begin(String phase) {
        phases.add(new Phase(phase, Instant.now()));
        console.line(phase);
    }

    private static Target target(Cluster cluster) {
        return new Target() {
            @Override
            public String gateway() {
                return cluster.gateways().getFirst();
            }

            @Override
            public TokenMint mint() {
                return cluster.mint();
            }
        };
    }
}
