package dev.sagamart.messaging.participant;

import dev.sagamart.contracts.SagaMessage;
import java.util.UUID;

/** The record of a handled command with the reply it was given. */
public record HandledCommand(Key key, SagaMessage reply) {
    /** Identifies a command: an order asks a step for an action, and for its compensation, once each. */
    public record Key(UUID orderId, boolean compensation) {}
}
