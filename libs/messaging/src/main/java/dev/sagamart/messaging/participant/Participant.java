package dev.sagamart.messaging.participant;

import dev.sagamart.contracts.SagaMessage;
import java.util.List;

/**
 * A service's part in the order saga: what it does, how it undoes it, and what it answers. It is called only for
 * commands that were never handled before, inside the transaction that also records them.
 *
 * @param <S> what {@link #load} brought: the rows that the commands touch, locked
 */
public interface Participant<S> {
    /** The stable name of the step in the record of handled commands. */
    String step();

    boolean isCompensation(SagaMessage command);

    /** Locks, in id order and with one query, all that these commands will touch. */
    S load(List<Task> tasks);

    /** Carries out an action; a refusal is a reply, too, and changes nothing. */
    SagaMessage act(SagaMessage action, S state);

    /** Whether this reply to an action says that there was an effect. */
    boolean hadEffect(SagaMessage reply);

    /** Takes back the effect that this reply describes. */
    void undo(SagaMessage compensation, SagaMessage reply, S state);

    /** The answer to a compensation, whether or not there was anything to undo. */
    SagaMessage undone(SagaMessage compensation);

    /** The answer to an action whose compensation came first. */
    SagaMessage tooLate(SagaMessage compensation);
}
