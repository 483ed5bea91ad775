package dev.sagamart.defaults.problem;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.UnexpectedRollbackException;

/**
 * Tells a connection to the database that was lost in the middle of a request from a failure of our own. Such a loss
 * comes in many disguises: the rollback that fails after it hides it, and Hibernate answers a search with nothing.
 */
final class LostConnection {
    /** What the connection pool says, without a state, of a connection that it has given up. */
    private static final String GIVEN_UP = "Connection is closed";

    private LostConnection() {}

    static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnexpectedRollbackException || (cause instanceof SQLException sql && isLost(sql))) {
                return true;
            }
        }
        return false;
    }

    /** Class 08: connection exception; class 57P: the server is shutting down or starting up; class 53: no resources. */
    private static boolean isLost(SQLException failure) {
        @Nullable String state = failure.getSQLState();
        return state == null
                ? GIVEN_UP.equals(failure.getMessage())
                : state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
    }
}
