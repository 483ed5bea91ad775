package dev.sagamart.messaging.participant;

import dev.sagamart.contracts.SagaMessage;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.Received;
import dev.sagamart.messaging.WireTypes;
import dev.sagamart.messaging.listening.Subscription;
import java.util.ArrayList;
import java.util.List;

/** Takes a participant's commands from its topic, through the barrier, and answers each. */
public final class CommandSubscription<S> implements Subscription {
    private final String topic;
    private final String group;
    private final WireTypes commands;
    private final Participant<S> participant;
    private final ParticipantBarrier<S> barrier;

    public CommandSubscription(
            String topic, String group, WireTypes commands, Participant<S> participant, HandledCommands records) {
        this.topic = topic;
        this.group = group;
        this.commands = commands;
        this.participant = participant;
        this.barrier = new ParticipantBarrier<>(participant, records);
    }

    @Override
    public String topic() {
        return topic;
    }

    @Override
    public String group() {
        return group;
    }

    @Override
    public WireTypes types() {
        return commands;
    }

    @Override
    public List<Outgoing> handle(List<Received> batch) {
        List<SagaMessage> replies = barrier.answer(
                batch.stream().map(command -> (SagaMessage) command.body()).toList());
        var outgoing = new ArrayList<Outgoing>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            outgoing.add(Outgoing.replyTo(batch.get(i), replies.get(i)));
        }
        return outgoing;
    }

    /** The saga sends a compensation again until it is answered. */
    @Override
    public boolean isRepeatedBySender(Received message) {
        return participant.isCompensation((SagaMessage) message.body());
    }
}
