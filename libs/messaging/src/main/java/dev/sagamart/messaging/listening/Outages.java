package dev.sagamart.messaging.listening;

import dev.sagamart.messaging.PublishFailed;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.UnexpectedRollbackException;

/** Tells an outage of our own infrastructure, which no record is to blame for, from a record that fails. */
final class Outages {
    private Outages() {}

    static boolean isOutage(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PublishFailed failed) {
                return !failed.isFinal();
            }
            if (cause instanceof CannotCreateTransactionException
                    || cause instanceof CannotGetJdbcConnectionException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof TransactionSystemException
                    || cause instanceof UnexpectedRollbackException
                    || (cause instanceof SQLException sql && isConnectionLost(sql))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Class 08: connection exception; class 57P: the server is shutting down or starting up; class 53: no resources. The
     * pool gives no state when it has closed a connection already.
     */
    private static boolean isConnectionLost(SQLException failure) {
        String state = failure.getSQLState();
        return state == null
                ? "Connection is closed".equals(failure.getMessage())
                : state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
    }
}
