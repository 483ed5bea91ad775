package dev.sagamart.chaos.oracle;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Asks a query in a snapshot of its database. */
record QueryInvariant(Query query, Databases databases) implements Invariant {
    private static final int MOST_ROWS = 5;
    private static final int LIMIT_SECONDS = 60;

    @Override
    public String id() {
        return query.id();
    }

    @Override
    public String sentence() {
        return query.sentence();
    }

    @Override
    public List<String> violations() throws SQLException {
        try (Connection connection = databases.open(query.database())) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            List<String> violations = violations(query, connection);
            connection.rollback();
            return violations;
        }
    }

    /** As the transaction sees it that is under way. */
    static List<String> violations(Query query, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setQueryTimeout(LIMIT_SECONDS);
            try (ResultSet rows = statement.executeQuery(query.sql())) {
                return describe(rows);
            }
        }
    }

    private static List<String> describe(ResultSet rows) throws SQLException {
        List<String> violations = new ArrayList<>();
        int more = 0;
        while (rows.next()) {
            if (violations.size() < MOST_ROWS) {
                violations.add(row(rows));
            } else {
                more++;
            }
        }
        if (more > 0) {
            violations.add("and " + more + " more");
        }
        return violations;
    }

    private static String row(ResultSet rows) throws SQLException {
        var row = new StringBuilder();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            row.append(row.isEmpty() ? "" : ", ")
                    .append(rows.getMetaData().getColumnLabel(column))
                    .append(' ')
                    .append(rows.getString(column));
        }
        return row.toString();
    }
}
