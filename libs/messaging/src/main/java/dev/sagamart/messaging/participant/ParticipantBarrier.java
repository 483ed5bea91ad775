package dev.sagamart.messaging.participant;

import dev.sagamart.contracts.SagaMessage;
import dev.sagamart.messaging.participant.HandledCommand.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Gives every command of the saga exactly one effect, however often and in whatever order it arrives. A repeated command
 * is answered from the record. A compensation whose action never came leaves a tombstone for it (null compensation), so
 * that the action is refused when it comes after all (suspension). Both records are written with a null compensation:
 * an action that is under way elsewhere then collides with its tombstone, and one of the two transactions gives way. Of
 * an order older than the records, a compensation without its action is refused instead.
 */
public final class ParticipantBarrier<S> {
    private final Participant<S> participant;
    private final HandledCommands records;

    public ParticipantBarrier(Participant<S> participant, HandledCommands records) {
        this.participant = participant;
        this.records = records;
    }

    /** Answers the commands in their order; to be called in the transaction of the effects. */
    public List<SagaMessage> answer(List<SagaMessage> commands) {
        Map<Key, SagaMessage> known = known(commands);
        S state = participant.load(fresh(commands, known));
        var added = new ArrayList<HandledCommand>();
        var replies = new ArrayList<SagaMessage>(commands.size());
        for (SagaMessage command : commands) {
            SagaMessage reply = known.get(keyOf(command));
            if (reply == null) {
                reply = carryOut(command, state, known, added);
            }
            replies.add(reply);
        }
        records.add(participant.step(), added);
        return replies;
    }

    private Map<Key, SagaMessage> known(List<SagaMessage> commands) {
        Set<UUID> orders = commands.stream().map(SagaMessage::orderId).collect(Collectors.toSet());
        var known = new HashMap<Key, SagaMessage>();
        records.find(participant.step(), orders).forEach(handled -> known.put(handled.key(), handled.reply()));
        return known;
    }

    private List<Task> fresh(List<SagaMessage> commands, Map<Key, SagaMessage> known) {
        return new LinkedHashSet<>(commands)
                .stream()
                        .filter(command -> !known.containsKey(keyOf(command)))
                        .map(command -> new Task(command, known.get(new Key(command.orderId(), false))))
                        .toList();
    }

    private SagaMessage carryOut(
            SagaMessage command, S state, Map<Key, SagaMessage> known, List<HandledCommand> added) {
        if (!participant.isCompensation(command)) {
            return record(keyOf(command), participant.act(command, state), known, added);
        }
        Key action = new Key(command.orderId(), false);
        SagaMessage reply = known.get(action);
        if (reply == null) {
            if (records.mayHaveForgotten(command.orderId())) {
                throw new ForgottenOrder(command.orderId());
            }
            record(action, participant.tooLate(command), known, added);
        } else if (participant.hadEffect(reply)) {
            participant.undo(command, reply, state);
        }
        return record(keyOf(command), participant.undone(command), known, added);
    }

    private static SagaMessage record(
            Key key, SagaMessage reply, Map<Key, SagaMessage> known, List<HandledCommand> added) {
        known.put(key, reply);
        added.add(new HandledCommand(key, reply));
        return reply;
    }

    private Key keyOf(SagaMessage command) {
        return new Key(command.orderId(), participant.isCompensation(command));
    }
}
