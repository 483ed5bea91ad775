package dev.sagamart.chaos.oracle;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** A fault, as far as it excuses anything. */
public record Blow(String id, String target, Instant begin, Instant end) {

    void writeTo(Books books) throws SQLException {
        try (Connection connection = books.open();
                var insert = connection.prepareStatement("insert into history.fault values (?, ?, ?, ?)")) {
            insert.setString(1, id);
            insert.setString(2, target);
            insert.setLong(3, begin.toEpochMilli());
            insert.setLong(4, end.toEpochMilli());
            insert.execute();
        }
    }
}
