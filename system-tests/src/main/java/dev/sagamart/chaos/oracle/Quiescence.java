package dev.sagamart.chaos.oracle;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Waits until everything has come to rest, and says what has not. */
final class Quiescence implements Invariant {
    private static final int MOST = 5;
    private static final Map<String, String> UNDONE = Map.of(
            "orders", "select order_id, state, attempts, due_at from checkout where due_at is not null",
            "point", "select 'outbox' as what, id, type, created_at from outbox",
            "product", "select 'outbox' as what, id, type, created_at from outbox");

    private final Scene scene;
    private final Duration limit;

    Quiescence(Scene scene, Duration limit) {
        this.scene = scene;
        this.limit = limit;
    }

    @Override
    public String id() {
        return "Q";
    }

    @Override
    public String sentence() {
        return "Within " + limit.toSeconds() + " s of the last fault everything has come to rest.";
    }

    @Override
    public List<String> violations() throws InterruptedException {
        long begin = System.nanoTime();
        List<String> stuck = stuck();
        while (!stuck.isEmpty() && System.nanoTime() - begin < limit.toNanos()) {
            Thread.sleep(500);
            stuck = stuck();
        }
        return stuck;
    }

    private List<String> stuck() throws InterruptedException {
        List<String> stuck = new ArrayList<>(scene.notReady());
        if (!stuck.isEmpty()) {
            return stuck.stream().map(name -> name + " is not ready").toList();
        }
        try {
            for (var undone : UNDONE.entrySet()) {
                stuck.addAll(rows(undone.getKey(), undone.getValue()));
            }
            stuck.addAll(inRedis());
            stuck.addAll(new Groups(scene.kafka()).behind());
        } catch (SQLException | IOException | ExecutionException failure) {
            stuck.add("cannot be told: " + failure);
        }
        return stuck;
    }

    private List<String> rows(String database, String sql) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Connection connection = scene.databases().open(database);
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql + " limit " + MOST)) {
            while (rows.next()) {
                all.add(database + ": " + rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3) + " "
                        + rows.getString(4));
            }
        }
        return all;
    }

    private List<String> inRedis() throws IOException {
        List<String> all = new ArrayList<>();
        try (var redis = new Redis(scene.redis())) {
            for (String key : redis.keys("coupon:*:pending")) {
                if (!"0".equals(redis.text("ZCARD", key))) {
                    all.add(key + " is not empty");
                }
            }
            for (String key : redis.keys("idempotency:*")) {
                if ("hash".equals(redis.text("TYPE", key)) && "PROCESSING".equals(redis.text("HGET", key, "state"))) {
                    all.add(key + " is PROCESSING");
                }
            }
        }
        return all.stream().limit(MOST).toList();
    }
}
