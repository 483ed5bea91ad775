package dev.sagamart.systemtests.badinput;

import dev.sagamart.systemtests.suite.SuiteUnderTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.awaitility.Awaitility;

/** A digest of every table that a request could change, in all databases. */
final class Books {
    private static final List<String> DATABASES =
            List.of("point", "product", "orders", "coupon", "ranking", "charge_log");
    private static final Set<String> HOUSEKEEPING = Set.of(
            "flyway_schema_history", "shedlock", "consumed_offset", "audit_lock", "audit_progress", "audit_difference");

    private Books() {}

    /** When all that was under way before has come to its end. */
    static Map<String, String> settled(SuiteUnderTest suite) {
        List<Map<String, String>> seen = new ArrayList<>(List.of(digest(suite)));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(700))
                .until(() -> {
                    seen.add(digest(suite));
                    return seen.getLast().equals(seen.get(seen.size() - 2));
                });
        return seen.getLast();
    }

    private static Map<String, String> digest(SuiteUnderTest suite) {
        Map<String, String> digests = new TreeMap<>();
        for (String database : DATABASES) {
            try (Connection connection = suite.database(database);
                    Statement statement = connection.createStatement()) {
                for (String table : tables(statement)) {
                    digests.put(database + "." + table, digest(statement, table));
                }
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
        return digests;
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows =
                statement.executeQuery("select tablename from pg_tables where schemaname = 'public' order by 1")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        tables.removeAll(HOUSEKEEPING);
        return tables;
    }

    private static String digest(Statement statement, String table) throws SQLException {
        String query =
                "select count(*) || ' rows ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from "
                        + table + " t";
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
