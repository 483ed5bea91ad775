package dev.sagamart.messaging.listening;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.UnexpectedRollbackException;

class DisguisedOutagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"08006", "53300", "57P01", "58030"})
    void whatever_hides_it_a_database_that_is_away_is_an_outage(String state) {
        var away = new SQLException("terminating connection", state);

        assertThat(Outages.isOutage(rollbackFailed(away))).isTrue();
        assertThat(Outages.isOutage(new TransactionSystemException("could not commit", away)))
                .isTrue();
        assertThat(Outages.isOutage(new DataAccessResourceFailureException("away", away)))
                .isTrue();
    }

    @Test
    void a_connection_that_cannot_be_had_is_an_outage() {
        assertThat(Outages.isOutage(rollbackFailed(new SQLException("Connection is closed"))))
                .isTrue();
        assertThat(Outages.isOutage(new CannotCreateTransactionException("no connection")))
                .isTrue();
        assertThat(Outages.isOutage(new DataAccessResourceFailureException("no connection")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23514", "54000", "57014"})
    void what_the_database_refuses_is_none(String state) {
        var refusal = new SQLException("no", state);

        assertThat(Outages.isOutage(rollbackFailed(refusal))).isFalse();
        assertThat(Outages.isOutage(new TransactionSystemException("could not commit", refusal)))
                .isFalse();
        assertThat(Outages.isOutage(new DataAccessResourceFailureException("too large", refusal)))
                .isFalse();
    }

    @Test
    void a_rollback_or_a_failed_commit_that_nobody_explains_is_none() {
        assertThat(Outages.isOutage(new UnexpectedRollbackException("marked as rollback-only")))
                .isFalse();
        assertThat(Outages.isOutage(new TransactionSystemException("could not commit")))
                .isFalse();
        assertThat(Outages.isOutage(rollbackFailed(new SQLException("something else"))))
                .isFalse();
    }

    private static RuntimeException rollbackFailed(SQLException cause) {
        return new IllegalStateException("Unable to rollback against JDBC Connection", cause);
    }
}
