package dev.sagamart.chaos.oracle;

import dev.sagamart.chaos.history.History;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Watches a run, and judges it when it is over. */
public final class Oracle implements AutoCloseable {
    private static final List<String> DATABASES =
            List.of("point", "product", "orders", "coupon", "ranking", "charge_log");
    private static final Duration REST = Duration.ofMinutes(2);
    private static final List<Query> SETTLED = Query.in("settled.sql");
    private static final List<Query> FIGURES = Query.in("figures.sql");

    private final Scene scene;
    private final History history;
    private final Books books;
    private final Watch watch;
    private final Resources resources;

    /** @param longestOrder after which time an order has to be decided while nothing is broken */
    public Oracle(Scene scene, History history, Calm calm, Duration longestOrder) {
        this.scene = scene;
        this.history = history;
        this.books = new Books(scene.databases());
        this.resources = new Resources(scene);
        this.watch = new Watch(Stream.concat(
                        Query.in("always.sql").stream().map(query -> query.with(scene.databases())),
                        Stream.of(
                                new SagaMoves(scene.databases()),
                                new SagaAges(scene.databases(), calm, longestOrder, Clock.systemUTC())))
                .toList());
    }

    public void beginWatching() {
        watch.begin();
    }

    /** To be called when all is warm and nothing is broken yet. */
    public void rememberResources() {
        resources.remember();
    }

    /** How often something was looked at while it was under fire. */
    public long looks() {
        return watch.looks();
    }

    public boolean isAllWell() {
        return watch.isAllWell();
    }

    /** What has come of looking at things under fire. */
    public List<Finding> underFire() {
        return watch.findings();
    }

    /** Waits for rest and checks everything. */
    public List<Finding> afterStorm(List<Blow> blows) throws SQLException, IOException, InterruptedException {
        resources.excuse(blows);
        return check("at rest", blows, List.of(new LogSearch(scene.logs()), resources));
    }

    /** Stops and starts everything and checks all once more; to be called after the other checks. */
    public List<Finding> afterColdRestart(List<Blow> blows) throws SQLException, IOException, InterruptedException {
        Digest before = Digest.of(books);
        scene.coldRestart();
        return check("after a cold restart", blows, List.of(before));
    }

    private List<Finding> check(String when, List<Blow> blows, List<Invariant> more)
            throws SQLException, IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.of(new Quiescence(scene, REST), when));
        writeBooks(blows);
        SETTLED.forEach(query -> findings.add(Finding.of(query.with(scene.databases()), when)));
        findings.add(Finding.of(new OperatorsAudit(scene), when));
        more.forEach(invariant -> findings.add(Finding.of(invariant, when)));
        return findings;
    }

    private void writeBooks(List<Blow> blows) throws SQLException, IOException, InterruptedException {
        history.flush();
        books.clear();
        for (String database : DATABASES) {
            books.copy(database);
        }
        new RedisPages(scene.redis(), books).write();
        new DeadLetterPages(scene.kafka(), books).write();
        new PopularPages(scene, books).write();
        for (Blow blow : blows) {
            blow.writeTo(books);
        }
        books.addHistory(history.file());
    }

    /** How often the run has reached what it is made to reach, by name; from the books of the last check. */
    public Map<String, Long> figures() throws SQLException {
        Map<String, Long> figures = new LinkedHashMap<>();
        for (Query query : FIGURES) {
            try (Connection connection = books.open();
                    var statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query.sql())) {
                rows.next();
                figures.put(query.sentence(), rows.getLong(1));
            }
        }
        return figures;
    }

    @Override
    public void close() {
        watch.close();
    }
}
