package dev.sagamart.point.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.defaults.retention.Retention;
import dev.sagamart.point.PointServiceTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BarrierRetentionTest extends PointServiceTest {
    @Autowired
    private Retention retention;

    @Test
    void a_barrier_row_outlives_the_records_of_its_topic_and_then_goes() {
        UUID old = handled("8 days 1 hour");
        UUID young = handled("7 days 1 hour");

        retention.prune();

        assertThat(rows(old)).isZero();
        assertThat(rows(young)).isOne();
    }

    @Test
    void an_unsent_message_stays_however_old_it_is() {
        UUID message = UUID.randomUUID();
        // not to be swept either: nobody publishes to partition 99
        jdbc.update("""
                insert into outbox (id, topic, key, partition, type, payload, created_at)
                values (?, 'point.events', 'u', 99, 'point.charged.v1', '', now() - interval '90 days')""", message);

        retention.prune();

        assertThat(jdbc.update("delete from outbox where id = ?", message)).isOne();
    }

    private UUID handled(String age) {
        UUID order = UUID.randomUUID();
        jdbc.update(
                "insert into handled_command values (?, 'payment', false, 'point.deducted.v1', '{}', now() - ?::interval)",
                order,
                age);
        return order;
    }

    private int rows(UUID order) {
        return jdbc.queryForObject("select count(*) from handled_command where order_id = ?", Integer.class, order);
    }
}
