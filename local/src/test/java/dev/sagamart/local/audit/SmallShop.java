package dev.sagamart.local.audit;

import dev.sagamart.local.infrastructure.Databases;
import dev.sagamart.local.infrastructure.Ports;
import dev.sagamart.local.infrastructure.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The databases of all services, made by their own migrations, with an order of each fate in them. */
final class SmallShop implements AutoCloseable {
    static final String BOUGHT = "f0000000-0000-7000-8000-000000000001";
    private static final String REFUSED = "f0000000-0000-7000-8000-000000000002";
    private static final String COUPON = "00000000-0000-7000-8000-00000000c001";
    private static final List<String> LIBRARIES =
            List.of("messaging/src/main/resources/db/outbox", "messaging/src/main/resources/db/participant");
    private static final Map<String, String> MODULES = Map.of(
            "point", "point-service",
            "product", "product-service",
            "orders", "order-service",
            "coupon", "coupon-service",
            "ranking", "ranking-service",
            "charge_log", "charge-log-service");

    private final PostgresServer server;

    SmallShop(Path home) throws SQLException, IOException {
        server = new PostgresServer(home, Ports.free(), PostgresServer.Durability.UNTIL_POWER_LOSS);
        server.start();
        new Databases(server).provision();
        for (var module : MODULES.entrySet()) {
            for (String library : LIBRARIES) {
                migrate(module.getKey(), Path.of("../libs", library));
            }
            migrate(module.getKey(), Path.of("..", module.getValue(), "src/main/resources/db/migration"));
        }
        // the last guards of the database would not let anybody write what is to be found
        execute("product", "alter table product drop constraint nothing_appears_or_vanishes");
    }

    private void migrate(String database, Path folder) throws IOException, SQLException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted(Comparator.comparing(Path::toString)).toList()) {
                execute(database, Files.readString(file).replace("${runtime_role}", database));
            }
        }
    }

    Connection connect(String database) throws SQLException {
        return server.connect(database);
    }

    void execute(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql.replace("BOUGHT", "'" + BOUGHT + "'")
                    .replace("REFUSED_ORDER", "'" + REFUSED + "'")
                    .replace("COUPON", "'" + COUPON + "'"));
        }
    }

    /** Mina charged 1,000 points, bought two of product 10 with a coupon for 150, and was refused a third. */
    void restore() throws SQLException {
        execute("point", """
                truncate wallet, ledger, outbox;
                insert into wallet values ('mina', 850);
                insert into ledger values
                    ('00000000-0000-7000-8000-000000000001', 'mina', 'CHARGE', 1000, 1000, null, now()),
                    ('00000000-0000-7000-8000-000000000002', 'mina', 'ORDER', -150, 850, BOUGHT, now()),
                    ('00000000-0000-7000-8000-000000000003', 'mina', 'ORDER', -100, 750, REFUSED_ORDER, now()),
                    ('00000000-0000-7000-8000-000000000004', 'mina', 'REFUND', 100, 850, REFUSED_ORDER, now())""");
        execute("charge_log", """
                truncate charge;
                insert into charge values ('mina', '00000000-0000-7000-8000-000000000001', 1000, 1000, now())""");
        execute("product", """
                truncate product, handled_command, outbox;
                insert into product overriding system value values (10, 'pen', 100, 1, 5, 3, 2, 6);
                insert into handled_command values
                    (BOUGHT, 'stock', false, 'product.stock-deducted.v1',
                        '{"lines":[{"productId":10,"quantity":2,"unitPrice":100}]}', now()),
                    (REFUSED_ORDER, 'stock', false, 'product.stock-deducted.v1',
                        '{"lines":[{"productId":10,"quantity":1,"unitPrice":100}]}', now()),
                    (REFUSED_ORDER, 'stock', true, 'product.stock-restored.v1', '{}', now())""");
        execute("orders", """
                truncate orders, checkout;
                insert into orders values
                    (BOUGHT, 'mina', 'COMPLETED', '[{"productId":10,"quantity":2,"unitPrice":100}]',
                        COUPON, 200, 50, 150, null, now(), now(), 1),
                    (REFUSED_ORDER, 'mina', 'REJECTED', '[{"productId":10,"quantity":1,"unitPrice":null}]',
                        null, null, null, null, 'ORDER_TIMED_OUT', now(), now(), 1);
                insert into checkout (order_id, state, document, attempts, deadline, created_at, updated_at, version)
                    select id, status, '{}', 0, now(), now(), now(), 0 from orders""");
        execute("coupon", """
                truncate campaign, coupon, issuance, issuing_demand;
                insert into campaign overriding system value values
                    (1, 'opening', 'FIXED', 50, null, 2, 1, now(), now() + interval '1 day', now(), now() + interval '2 days', now());
                insert into coupon values (COUPON, 1, 'mina', 'USED', 1, now(), now(), BOUGHT, 'key');
                insert into issuance select id, campaign_id, user_id, position, issued_at, now() from coupon""");
        execute("ranking", """
                truncate product_sales_hourly;
                insert into product_sales_hourly values (date_trunc('hour', now(), 'UTC'), 10, 2)""");
        sameMoments();
    }

    /** The log has the time of the charge. */
    private void sameMoments() throws SQLException {
        execute("point", "update ledger set at = '2026-11-01T10:00:00Z'");
        execute("charge_log", "update charge set charged_at = '2026-11-01T10:00:00Z'");
    }

    @Override
    public void close() {
        server.stop();
    }
}
