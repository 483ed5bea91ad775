package dev.sagamart.loadtests.surge;

import dev.sagamart.loadtests.instances.ConsumerGroups;
import dev.sagamart.local.suite.Suite;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is waiting inside the suite, by where it waits. */
final class Backlog {
    private Backlog() {}

    static Map<String, Long> of(Suite suite) throws SQLException, InterruptedException {
        Map<String, Long> waiting = new LinkedHashMap<>();
        waiting.put("orders without a verdict", count(suite, "orders", "orders where status = 'PENDING'"));
        waiting.put("sagas under way", count(suite, "orders", "checkout where due_at is not null"));
        waiting.put("outbox of point-service", count(suite, "point", "outbox"));
        waiting.put("outbox of product-service", count(suite, "product", "outbox"));
        try (var groups = new ConsumerGroups(suite.options().ports().kafka())) {
            groups.behind().forEach((group, records) -> waiting.put("unread by " + group, records));
        }
        return waiting;
    }

    private static long count(Suite suite, String database, String rows) throws SQLException {
        try (Connection connection = suite.postgres().connect(database);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from " + rows)) {
            result.next();
            return result.getLong(1);
        }
    }
}
