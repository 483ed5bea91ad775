package dev.sagamart.messaging.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagamart.contracts.SagaMessage;
import dev.sagamart.contracts.point.DeductPoints;
import dev.sagamart.contracts.point.DeductPointsRejected;
import dev.sagamart.contracts.point.PointsDeducted;
import dev.sagamart.contracts.point.PointsRefunded;
import dev.sagamart.contracts.point.RefundPoints;
import dev.sagamart.messaging.participant.HandledCommand.Key;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ParticipantBarrierTest {
    private final UUID order = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final DeductPoints action = new DeductPoints(order, "u", 10);
    private final RefundPoints compensation = new RefundPoints(order, "u");
    private final PointsDeducted deducted = new PointsDeducted(order, 10, 990);
    private final PointsRefunded refunded = new PointsRefunded(order);
    private final DeductPointsRejected tooLate =
            new DeductPointsRejected(order, "ORDER_TIMED_OUT", "given back already");

    private final Ledger ledger = new Ledger();
    private final Memory memory = new Memory();
    private final ParticipantBarrier<List<Task>> barrier = new ParticipantBarrier<>(ledger, memory);

    private List<SagaMessage> answer(SagaMessage... commands) {
        return barrier.answer(List.of(commands));
    }

    @Test
    void an_action_has_its_effect_and_its_record() {
        assertThat(answer(action)).containsExactly(deducted);
        assertThat(ledger.book).containsExactly("-10");
        assertThat(memory.handled).containsExactly(new HandledCommand(new Key(order, false), deducted));
    }

    @Test
    void a_repeated_action_is_answered_from_the_record() {
        answer(action);

        assertThat(answer(action)).containsExactly(deducted);
        assertThat(ledger.book).containsExactly("-10");
        assertThat(ledger.loaded.getLast()).isEmpty();
    }

    @Test
    void an_action_repeated_in_one_batch_has_one_effect() {
        assertThat(answer(action, action, action)).containsExactly(deducted, deducted, deducted);
        assertThat(ledger.book).containsExactly("-10");
        assertThat(memory.handled).hasSize(1);
        assertThat(ledger.loaded.getLast()).hasSize(1);
    }

    @Test
    void a_refusal_is_remembered_too() {
        var tooMuch = new DeductPoints(order, "u", 5000);
        var refusal = new DeductPointsRejected(order, "INSUFFICIENT_POINTS", "too much");

        assertThat(answer(tooMuch)).containsExactly(refusal);
        assertThat(answer(tooMuch)).containsExactly(refusal);
        assertThat(ledger.book).isEmpty();
    }

    @Test
    void a_compensation_takes_back_what_the_record_says() {
        answer(action);

        assertThat(answer(compensation)).containsExactly(refunded);
        assertThat(ledger.book).containsExactly("-10", "+10");
        assertThat(ledger.loaded.getLast()).containsExactly(new Task(compensation, deducted));
        assertThat(answer(compensation, compensation)).containsExactly(refunded, refunded);
        assertThat(ledger.book).containsExactly("-10", "+10");
    }

    @Test
    void a_compensation_of_a_refused_action_has_nothing_to_take_back() {
        answer(new DeductPoints(order, "u", 5000));

        assertThat(answer(compensation)).containsExactly(refunded);
        assertThat(ledger.book).isEmpty();
    }

    @Test
    void an_action_that_comes_after_its_compensation_is_refused_for_ever() {
        assertThat(answer(compensation)).containsExactly(refunded);

        assertThat(answer(action)).containsExactly(tooLate);
        assertThat(answer(action)).containsExactly(tooLate);
        assertThat(answer(compensation)).containsExactly(refunded);
        assertThat(ledger.book).isEmpty();
        assertThat(memory.handled)
                .containsExactlyInAnyOrder(
                        new HandledCommand(new Key(order, false), tooLate),
                        new HandledCommand(new Key(order, true), refunded));
    }

    @Test
    void a_compensation_that_comes_when_the_records_may_be_gone_is_not_answered_as_if_there_were_nothing() {
        memory.forgotten.add(order);

        assertThatThrownBy(() -> answer(compensation)).isInstanceOf(ForgottenOrder.class);

        assertThat(memory.handled).isEmpty();
        assertThat(ledger.book).isEmpty();
    }

    @Test
    void an_old_order_whose_records_are_there_is_compensated_as_any_other() {
        answer(action);
        memory.forgotten.add(order);

        assertThat(answer(compensation)).containsExactly(refunded);
        assertThat(ledger.book).containsExactly("-10", "+10");
    }

    @Test
    void in_one_batch_the_order_of_the_commands_decides() {
        assertThat(answer(action, compensation, action)).containsExactly(deducted, refunded, deducted);
        assertThat(ledger.book).containsExactly("-10", "+10");

        assertThat(barrier.answer(List.of(new RefundPoints(other, "u"), new DeductPoints(other, "u", 7))))
                .satisfiesExactly(
                        reply -> assertThat(reply).isEqualTo(new PointsRefunded(other)),
                        reply -> assertThat(reply).isInstanceOf(DeductPointsRejected.class));
        assertThat(ledger.book).containsExactly("-10", "+10");
    }

    @Test
    void replies_come_in_the_order_of_the_commands() {
        var second = new DeductPoints(other, "u", 20);
        answer(second);

        assertThat(answer(action, second, compensation))
                .containsExactly(deducted, new PointsDeducted(other, 20, 980), refunded);
    }

    @Test
    void the_first_of_two_commands_of_one_order_counts_even_if_they_differ() {
        assertThat(answer(action, new DeductPoints(order, "u", 500))).containsExactly(deducted, deducted);
        assertThat(ledger.book).containsExactly("-10");
    }

    private static final class Memory implements HandledCommands {
        final List<HandledCommand> handled = new ArrayList<>();
        final Set<UUID> forgotten = new HashSet<>();

        @Override
        public List<HandledCommand> find(String step, Collection<UUID> orderIds) {
            return handled.stream()
                    .filter(one -> orderIds.contains(one.key().orderId()))
                    .toList();
        }

        @Override
        public boolean mayHaveForgotten(UUID orderId) {
            return forgotten.contains(orderId);
        }

        @Override
        public void add(String step, List<HandledCommand> added) {
            for (HandledCommand one : added) {
                assertThat(handled).noneMatch(before -> before.key().equals(one.key()));
                handled.add(one);
            }
        }
    }
}
