package dev.sagamart.chaos.oracle;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** While nothing is broken, no order is undecided for longer than it may be. */
final class SagaAges implements Invariant {
    private static final Duration HEALED_FOR = Duration.ofSeconds(30);
    private static final String OLD =
            "select id, created_at from orders where status = 'PENDING' and created_at < ? limit 5";

    private final Databases databases;
    private final Calm calm;
    private final Duration limit;
    private final Clock clock;

    /** @param limit the deadline of an order, and what may be lost on the way */
    SagaAges(Databases databases, Calm calm, Duration limit, Clock clock) {
        this.databases = databases;
        this.calm = calm;
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "I6";
    }

    @Override
    public String sentence() {
        return "While nothing is broken, an order is decided within " + limit.toSeconds() + " s.";
    }

    @Override
    public List<String> violations() throws SQLException {
        Instant now = clock.instant();
        Instant since = calm.since();
        Duration enough = limit.compareTo(HEALED_FOR) > 0 ? limit : HEALED_FOR;
        if (since == null || since.plus(enough).isAfter(now)) {
            return List.of();
        }
        List<String> old = new ArrayList<>();
        try (Connection connection = databases.open("orders");
                var statement = connection.prepareStatement(OLD)) {
            statement.setTimestamp(1, Timestamp.from(now.minus(limit)));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    old.add("order " + rows.getString(1) + " of " + rows.getString(2));
                }
            }
        }
        return old;
    }
}
