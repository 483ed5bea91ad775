package dev.sagamart.local.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One read-only snapshot of each database, all taken at the beginning, one right after the other. */
final class Snapshots implements AutoCloseable {
    static final List<String> DATABASES = List.of("point", "product", "orders", "coupon", "ranking", "charge_log");

    private final Map<String, Connection> connections = new LinkedHashMap<>();

    private Snapshots() {}

    static Snapshots take(AuditedDatabases databases) throws SQLException {
        var snapshots = new Snapshots();
        try {
            for (String name : DATABASES) {
                snapshots.connections.put(name, databases.connect(name));
            }
            for (Connection connection : snapshots.connections.values()) {
                freeze(connection);
            }
            return snapshots;
        } catch (SQLException | RuntimeException failure) {
            snapshots.close();
            throw failure;
        }
    }

    /** Without auto-commit a query can be read in parts, too. The time limits are meant for services. */
    private static void freeze(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local statement_timeout = 0");
            statement.execute("set local idle_in_transaction_session_timeout = 0");
            statement.execute("set local work_mem = '64MB'");
            statement.execute("select 1");
        }
    }

    Rows rows(Side side) throws SQLException {
        return new Rows(Objects.requireNonNull(connections.get(side.database())), side.keys(), side.sql());
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections.values()) {
            connection.close();
        }
    }
}
