package dev.sagamart.messaging.listening;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.UnexpectedRollbackException;

class DisguisedOutagesTest {
    @Test
    void a_rollback_that_fails_because_the_connection_is_gone_is_an_outage() {
        assertThat(Outages.isOutage(rollbackFailed(new SQLException("Connection is closed"))))
                .isTrue();
        assertThat(Outages.isOutage(rollbackFailed(new SQLException("terminating connection", "57P01"))))
                .isTrue();
        assertThat(Outages.isOutage(new UnexpectedRollbackException("rolled back")))
                .isTrue();
    }

    @Test
    void what_the_database_refuses_is_none() {
        assertThat(Outages.isOutage(rollbackFailed(new SQLException("a constraint", "23514"))))
                .isFalse();
        assertThat(Outages.isOutage(rollbackFailed(new SQLException("something else"))))
                .isFalse();
    }

    private static RuntimeException rollbackFailed(SQLException cause) {
        return new IllegalStateException("Unable to rollback against JDBC Connection", cause);
    }
}
