package dev.sagamart.messaging.listening;

import dev.sagamart.messaging.LostConnection;
import dev.sagamart.messaging.PublishFailed;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Tells an outage of our own infrastructure, which no record is to blame for, from a record that fails. An outage is
 * waited for without end, so it must be certain: what the database said counts before what Spring made of it, and a
 * rollback or a failed commit that nobody explains is none. If an outage is behind it after all, the retries meet it.
 */
final class Outages {
    private Outages() {}

    static boolean isOutage(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PublishFailed failed) {
                return !failed.isFinal();
            }
            if (cause instanceof CannotCreateTransactionException
                    || cause instanceof CannotGetJdbcConnectionException
                    || (cause instanceof DataAccessResourceFailureException && isUnexplained(cause))) {
                return true;
            }
        }
        return LostConnection.isBehind(failure);
    }

    /** A row that is too large for an index, for one, is a resource failure to Spring, and will be one for ever. */
    private static boolean isUnexplained(Throwable failure) {
        return LostConnection.databaseFailure(failure) == null;
    }
}
