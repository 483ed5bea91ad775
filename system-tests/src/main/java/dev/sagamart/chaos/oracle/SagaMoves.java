package dev.sagamart.chaos.oracle;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at sagas again and again, and sees each go forward only. */
final class SagaMoves implements Invariant {
    private static final int REMEMBERED = 20_000;
    private static final String RECENT =
            "select order_id, state, version from checkout where updated_at > now() - interval '20 seconds'";
    private static final Map<String, Set<String>> LATER = Map.of(
            "USING_COUPON", Set.of("DEDUCTING_STOCK", "DEDUCTING_POINTS", "COMPENSATING", "COMPLETED", "REJECTED"),
            "DEDUCTING_STOCK", Set.of("DEDUCTING_POINTS", "COMPENSATING", "COMPLETED", "REJECTED"),
            "DEDUCTING_POINTS", Set.of("COMPENSATING", "COMPLETED", "REJECTED"),
            "COMPENSATING", Set.of("REJECTED"),
            "COMPLETED", Set.of(),
            "REJECTED", Set.of());

    private final Databases databases;
    private final Map<String, Seen> seen = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
            return size() > REMEMBERED;
        }
    };

    SagaMoves(Databases databases) {
        this.databases = databases;
    }

    private record Seen(String state, int version) {}

    @Override
    public String id() {
        return "I9";
    }

    @Override
    public String sentence() {
        return "A saga goes forward only, and never goes on after its end.";
    }

    @Override
    public List<String> violations() throws SQLException {
        List<String> violations = new ArrayList<>();
        try (Connection connection = databases.open("orders");
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(RECENT)) {
            while (rows.next()) {
                var now = new Seen(rows.getString(2), rows.getInt(3));
                Seen before = seen.put(rows.getString(1), now);
                if (before != null && !before.equals(now) && !mayFollow(before, now)) {
                    violations.add("order " + rows.getString(1) + " was " + before + ", is " + now);
                }
            }
        }
        return violations;
    }

    private static boolean mayFollow(Seen before, Seen now) {
        boolean known = before.state().equals(now.state())
                || LATER.getOrDefault(before.state(), Set.of()).contains(now.state());
        return known && now.version() > before.version();
    }
}
