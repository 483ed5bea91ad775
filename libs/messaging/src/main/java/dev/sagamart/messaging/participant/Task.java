package dev.sagamart.messaging.participant;

import dev.sagamart.contracts.SagaMessage;
import org.jspecify.annotations.Nullable;

/**
 * A command to be carried out.
 *
 * @param reply for a compensation: the answer that its action was given in an earlier batch, if any
 */
public record Task(SagaMessage command, @Nullable SagaMessage reply) {}
