package dev.sagamart.chaos.oracle;

import dev.sagamart.chaos.history.Attempt;
import dev.sagamart.chaos.history.History;
import dev.sagamart.chaos.history.Kind;
import dev.sagamart.chaos.history.Operation;
import dev.sagamart.chaos.history.Outcome;
import dev.sagamart.local.infrastructure.Databases;
import dev.sagamart.local.infrastructure.PostgresServer;
import dev.sagamart.local.suite.SuiteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The databases of all services with their real tables, and in them a small story in which everything adds up. */
final class Ledgers {
    private static final Map<String, List<String>> MIGRATIONS = Map.of(
            "point", List.of("point-service", "libs/messaging outbox", "libs/messaging participant", REQUESTS()),
            "product", List.of("product-service", "libs/messaging outbox", "libs/messaging participant", REQUESTS()),
            "orders", List.of("order-service", REQUESTS()),
            "coupon", List.of("coupon-service", "libs/messaging participant", REQUESTS()),
            "ranking", List.of("ranking-service", REQUESTS()),
            "charge_log", List.of("charge-log-service"));

    static final String ORDER = "00000000-0000-7000-8000-00000000000a";
    static final String REFUSED = "00000000-0000-7000-8000-00000000000b";
    static final String CHARGE = "00000000-0000-7000-8000-0000000000c1";
    static final String COUPON = "00000000-0000-7000-8000-0000000000d1";
    static final long NOW = 1_800_000_000_000L;

    private final PostgresServer server;

    Ledgers(PostgresServer server) {
        this.server = server;
    }

    private static String REQUESTS() {
        return "libs/service-defaults requests";
    }

    Connection open(String database) throws SQLException {
        return server.connect(database);
    }

    void execute(String database, String sql) throws SQLException {
        try (Connection connection = open(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Empty databases with the tables that the services make. */
    void migrate() throws SQLException, IOException {
        new Databases(server).provision();
        for (var database : MIGRATIONS.entrySet()) {
            for (String source : database.getValue()) {
                for (Path file : files(source)) {
                    execute(database.getKey(), Files.readString(file).replace("${runtime_role}", database.getKey()));
                }
            }
        }
    }

    private static List<Path> files(String source) throws IOException {
        String[] words = source.split(" ", 2);
        Path folder = SuiteOptions.findRoot()
                .resolve(words[0])
                .resolve("src/main/resources/db")
                .resolve(words.length == 2 ? words[1] : "migration");
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** mina charges 1001, gets a coupon, orders with it and pays 900 of 1000; joon cannot pay and gets the stock back. */
    void tellTheStory() throws SQLException {
        execute("point", """
                insert into wallet values ('mina', 101), ('joon', 0);
                insert into ledger values ('%s', 'mina', 'CHARGE', 1001, 1001, null, timestamptz '2026-11-22 10:00:00Z'),
                  ('00000000-0000-7000-8000-0000000000c2', 'mina', 'ORDER', -900, 101, '%s', timestamptz '2026-11-22 10:00:05Z');
                insert into handled_command values ('%2$s', 'points', false, 'point.deducted.v1',
                  '{"orderId":"%2$s","amount":900,"balance":101}', now())""".formatted(CHARGE, ORDER));
        execute("product", """
                insert into product (name, price, version, initial_stock, restocked, sold, stock) values ('a', 500, 1, 50, 0, 2, 48);
                insert into handled_command values
                  ('%1$s', 'stock', false, 'product.stock-deducted.v1', '{"lines":[{"productId":1,"quantity":2,"unitPrice":500}]}', now()),
                  ('%2$s', 'stock', false, 'product.stock-deducted.v1', '{"lines":[{"productId":1,"quantity":1,"unitPrice":500}]}', now()),
                  ('%2$s', 'stock', true, 'product.stock-restored.v1', '{}', now())""".formatted(ORDER, REFUSED));
        execute("orders", """
                insert into orders values
                  ('%1$s', 'mina', 'COMPLETED', '[{"productId":1,"quantity":2,"unitPrice":500}]', '%3$s', 1000, 100, 900, null, now(), now(), 2),
                  ('%2$s', 'joon', 'REJECTED', '[{"productId":1,"quantity":1,"unitPrice":500}]', null, null, null, null, 'INSUFFICIENT_POINTS', now(), now(), 2);
                insert into checkout (order_id, state, document, attempts, deadline, created_at, updated_at, version) values
                  ('%1$s', 'COMPLETED', '{}', 0, now(), now(), now(), 4),
                  ('%2$s', 'REJECTED', '{"reason":"INSUFFICIENT_POINTS"}', 0, now(), now(), now(), 4)""".formatted(ORDER, REFUSED, COUPON));
        execute("coupon", """
                insert into campaign (name, discount_type, discount_value, quantity, issued, issue_from, issue_until, valid_from, valid_until, created_at)
                  values ('c', 'FIXED', 100, 1, 1, now(), now() + interval '1 h', now(), now() + interval '1 h', now());
                insert into coupon values ('%1$s', 1, 'mina', 'USED', 1, now(), now(), '%2$s', 'key-coupon');
                insert into issuance values ('%1$s', 1, 'mina', 1, now(), now());
                insert into handled_command values ('%2$s', 'coupon', false, 'coupon.used.v1', '{}', now())""".formatted(COUPON, ORDER));
        execute("ranking", "insert into product_sales_hourly values (date_trunc('hour', now()), 1, 2)");
        execute("charge_log", """
                insert into charge values ('mina', '%s', 1001, 1001, timestamptz '2026-11-22 10:00:00Z')""".formatted(CHARGE));
    }

    /** What mina and joon heard of it. */
    static void write(History history) {
        add(
                history,
                1,
                Kind.CHARGE,
                "mina",
                "/v1/points/charges",
                "key-charge",
                "{\"amount\":1001}",
                1001,
                201,
                "",
                CHARGE,
                1001);
        add(
                history,
                2,
                Kind.COUPON,
                "mina",
                "/v1/coupon-campaigns/1/coupons",
                "key-coupon",
                "",
                0,
                201,
                "",
                COUPON,
                -1);
        String order = "{\"items\":[{\"productId\":1,\"quantity\":2}],\"couponId\":\"" + COUPON + "\"}";
        add(history, 3, Kind.ORDER, "mina", "/v1/orders", "key-order", order, 0, 201, "COMPLETED", ORDER, 900);
        String refused = "{\"items\":[{\"productId\":1,\"quantity\":1}]}";
        add(
                history,
                4,
                Kind.ORDER,
                "joon",
                "/v1/orders",
                "key-refused",
                refused,
                0,
                400,
                "INSUFFICIENT_POINTS",
                REFUSED,
                -1);
        add(
                history,
                5,
                Kind.OTHER_BODY,
                "mina",
                "/v1/points/charges",
                "key-charge",
                "{\"amount\":1002}",
                1002,
                422,
                "IDEMPOTENCY_KEY_REUSED",
                "",
                -1);
        add(
                history,
                6,
                Kind.BAD_TOKEN,
                "mina",
                "/v1/points/charges",
                "key-bad",
                "{\"amount\":1003}",
                1003,
                401,
                "UNAUTHENTICATED",
                "",
                -1);
        add(history, 7, Kind.READ_BALANCE, "mina", "/v1/points", "", "", 0, 200, "", "", 101);
        add(history, 8, Kind.READ_ORDER, "mina", "/v1/orders/" + ORDER, "", "", 0, 200, "COMPLETED", ORDER, 900);
        history.flush();
    }

    static void add(
            History history,
            long op,
            Kind kind,
            String user,
            String path,
            String key,
            String body,
            long amount,
            int status,
            String code,
            String resource,
            long value) {
        String method = kind.isRead() ? "GET" : "POST";
        long begin = NOW + op * 1000;
        var operation = new Operation(op, kind, user, method, path, key, body, amount);
        var attempt = new Attempt(
                op, 1, 0, begin, begin + 20, status, code, false, false, "", "sha" + op, resource, value, "");
        history.add(attempt);
        history.add(Outcome.of(operation, begin, attempt, ""));
    }
}
