package dev.sagamart.messaging;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Tells a database that is away or out of order, which no statement is to blame for, from one that refuses a statement.
 * Consumers wait for such a database, and HTTP answers 503.
 */
public final class LostConnection {
    /** What the connection pool says, without a state, of a connection that it has given up. */
    private static final String GIVEN_UP = "Connection is closed";

    private LostConnection() {}

    /** Whether it is the cause of a failure, or the cause of its cause, and so on: a rollback that fails after it hides it. */
    public static boolean isBehind(@Nullable Throwable failure) {
        SQLException cause = databaseFailure(failure);
        return cause != null && is(cause);
    }

    /** What the database or its pool said, if they are behind a failure. */
    public static @Nullable SQLException databaseFailure(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException said) {
                return said;
            }
        }
        return null;
    }

    /**
     * Class 08: connection exception; class 53: no resources; class 57P: the server is shutting down or starting up;
     * class 58: its disk or its operating system fails.
     */
    private static boolean is(SQLException failure) {
        String state = failure.getSQLState();
        return state == null
                ? GIVEN_UP.equals(failure.getMessage())
                : state.startsWith("08") || state.startsWith("53") || state.startsWith("57P") || state.startsWith("58");
    }
}
