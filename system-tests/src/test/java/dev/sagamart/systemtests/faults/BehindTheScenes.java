package dev.sagamart.systemtests.faults;

import dev.sagamart.systemtests.suite.SuiteUnderTest;
import java.sql.SQLException;

/** What a client of the API cannot see. */
final class BehindTheScenes {
    private final SuiteUnderTest suite;

    BehindTheScenes(SuiteUnderTest suite) {
        this.suite = suite;
    }

    /** Sagas that still have something to do. */
    int openSagas() throws SQLException {
        try (var connection = suite.database("orders");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from checkout where due_at is not null")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
