package dev.sagamart.testsupport.probes;

import dev.sagamart.testsupport.infrastructure.Infrastructure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Lets a service audit all its rows, and tells what it finds; damages rows past every guard of service and database. */
public final class AuditProbe {
    private static final int MOST_ROUNDS = 200;

    private final String database;
    private final Runnable round;

    /** @param round one round of the service's continuous audit */
    public AuditProbe(String database, Runnable round) {
        this.database = database;
        this.round = round;
    }

    /** Audits everything once; returns "check: id" of what is wrong. */
    public List<String> audit() throws SQLException {
        round.run();
        execute("update audit_progress set rotations = 0");
        for (int i = 0;
                i < MOST_ROUNDS
                        && !query("select check_name from audit_progress where rotations < 2")
                                .isEmpty();
                i++) {
            round.run();
        }
        if (query("select check_name from audit_progress where rotations > 1").isEmpty()
                || !query("select check_name from audit_progress where rotations < 2")
                        .isEmpty()) {
            throw new IllegalStateException("the audit does not come to an end");
        }
        return query("select check_name || ': ' || row_id from audit_difference order by 1");
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = Infrastructure.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> query(String sql) throws SQLException {
        try (Connection connection = Infrastructure.connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
