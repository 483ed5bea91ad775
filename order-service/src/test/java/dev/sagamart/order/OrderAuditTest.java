package dev.sagamart.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.defaults.audit.ContinuousAudit;
import dev.sagamart.defaults.retention.Retention;
import dev.sagamart.testsupport.infrastructure.ServiceTest;
import dev.sagamart.testsupport.probes.AuditProbe;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ServiceTest(database = "orders")
class OrderAuditTest {
    @Autowired
    ContinuousAudit continuous;

    @Autowired
    Retention retention;

    @Autowired
    JdbcTemplate jdbc;

    private final UUID order = UUID.randomUUID();
    private AuditProbe audit;

    @BeforeEach
    void a_completed_order() {
        audit = new AuditProbe("orders", continuous::audit);
        jdbc.update("""
                insert into orders values (?, 'u', 'COMPLETED', '[{"productId":1,"quantity":2,"unitPrice":100}]',
                    null, 200, 50, 150, null, now(), now(), 1)""", order);
        saga("COMPLETED", "null", "1 day");
    }

    @AfterEach
    void none() {
        jdbc.update("delete from orders where id = ?", order);
        jdbc.update("delete from checkout where order_id = ?", order);
    }

    @Test
    void an_order_that_says_something_else_than_its_saga_is_found() throws Exception {
        assertThat(found()).isEmpty();

        saga("REJECTED", "null", "1 day");

        assertThat(found()).containsExactly("orders-and-sagas: " + order);
    }

    @Test
    void a_settled_order_whose_saga_goes_on_is_found_but_not_one_that_is_only_given_back() throws Exception {
        saga("DEDUCTING_POINTS", "now() + interval '1 hour'", "1 day");
        assertThat(found()).containsExactly("orders-and-sagas: " + order);

        jdbc.update("update orders set status = 'REJECTED', reason = 'OUT_OF_STOCK' where id = ?", order);
        saga("COMPENSATING", "now() + interval '1 hour'", "1 day");
        assertThat(found()).isEmpty();
    }

    @Test
    void an_order_that_costs_something_else_than_its_lines_is_found() throws Exception {
        jdbc.update("update orders set subtotal = 210, discount = 60 where id = ?", order);

        assertThat(found()).containsExactly("order-totals: " + order);
    }

    @Test
    void a_saga_goes_a_month_after_its_end_and_nobody_misses_it() throws Exception {
        saga("COMPLETED", "null", "29 days");
        retention.prune();
        assertThat(sagas()).isOne();

        saga("COMPLETED", "null", "31 days");
        retention.prune();
        assertThat(sagas()).isZero();
        assertThat(found()).isEmpty();
    }

    @Test
    void a_saga_that_has_not_ended_stays_however_old_it_is() {
        saga("COMPENSATING", "now() + interval '1 hour'", "400 days");

        retention.prune();

        assertThat(sagas()).isOne();
    }

    private void saga(String state, String due, String age) {
        jdbc.update("delete from checkout where order_id = ?", order);
        jdbc.update("""
                insert into checkout (order_id, state, document, attempts, due_at, deadline, created_at, updated_at, version)
                values (?, ?, '{}', 0, %s, now(), now() - interval '%s', now() - interval '%s', 0)""".formatted(due, age, age), order, state);
    }

    private int sagas() {
        return jdbc.queryForObject("select count(*) from checkout where order_id = ?", Integer.class, order);
    }

    private List<String> found() throws Exception {
        return audit.audit().stream()
                .filter(found -> found.contains(order.toString()))
                .toList();
    }
}
