package dev.sagamart.faultagent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.contracts.point.DeductPointsRejected;
import dev.sagamart.contracts.point.PointsDeducted;
import dev.sagamart.messaging.participant.HandledCommand;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.support.Acknowledgment;

class DefectiveTest {

    @Test
    void tombstones_are_forgotten_and_nothing_else() {
        var order = UUID.randomUUID();
        var key = new HandledCommand.Key(order, false);
        var paid = new HandledCommand(key, new PointsDeducted(order, 10, 90));
        var poor = new HandledCommand(key, new DeductPointsRejected(order, "INSUFFICIENT_POINTS", "too few"));
        var tombstone = new HandledCommand(key, new DeductPointsRejected(order, "ORDER_TIMED_OUT", "too late"));

        List<?> remembered = Defective.withoutTombstones(List.of(paid, poor, tombstone));

        assertThat(remembered).hasToString(List.of(paid, poor).toString());
    }

    @Test
    void a_spent_acknowledgement_was_given_and_cannot_be_taken_back() {
        var given = new Given();

        var spent = (Acknowledgment) Defective.spent(given);
        spent.nack(0, java.time.Duration.ZERO);
        spent.acknowledge();

        assertThat(given.times).isOne();
    }

    @Test
    void acknowledgements_are_committed_at_once() {
        assertThat(Defective.immediate(AckMode.MANUAL)).isEqualTo(AckMode.MANUAL_IMMEDIATE);
    }

    private static final class Given implements Acknowledgment {
        private int times;

        @Override
        public void acknowledge() {
            times++;
        }
    }
}
