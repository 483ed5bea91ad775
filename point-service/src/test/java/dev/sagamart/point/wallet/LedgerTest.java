package dev.sagamart.point.wallet;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagamart.messaging.Uuid7;
import dev.sagamart.point.PointServiceTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;

/** What the database itself guarantees, whatever the code does. */
class LedgerTest extends PointServiceTest {
    private static final String ADD = "insert into ledger values (?, ?, ?, ?, ?, ?, now())";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger set amount = 1",
                "delete from ledger",
                "truncate ledger",
                "drop table ledger",
                "alter table wallet drop column balance",
                "create table mine (id int)"
            })
    void the_service_cannot_rewrite_history(String statement) {
        assertThatThrownBy(() -> jdbc.execute(statement))
                .rootCause()
                .message()
                .containsAnyOf("permission denied", "must be owner");
    }

    @Test
    void a_balance_is_never_below_zero() {
        String user = someoneWith(10);

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> jdbc.update("update wallet set balance = balance - 11 where user_id = ?", user));
    }

    @Test
    void an_order_is_paid_and_refunded_at_most_once() {
        String user = someoneWith(100);
        UUID order = Uuid7.next();
        jdbc.update(ADD, Uuid7.next(), user, "ORDER", -10, 90, order);
        jdbc.update(ADD, Uuid7.next(), user, "REFUND", 10, 100, order);

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> jdbc.update(ADD, Uuid7.next(), user, "ORDER", -10, 90, order));
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> jdbc.update(ADD, Uuid7.next(), user, "REFUND", 10, 100, order));
    }

    @Test
    void an_entry_has_the_sign_of_its_kind() {
        String user = someoneWith(100);

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> jdbc.update(ADD, Uuid7.next(), user, "CHARGE", -10, 90, null));
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> jdbc.update(ADD, Uuid7.next(), user, "ORDER", 10, 90, Uuid7.next()));
    }
}
