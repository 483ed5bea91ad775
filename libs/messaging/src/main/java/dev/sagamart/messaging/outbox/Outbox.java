package dev.sagamart.messaging.outbox;

import dev.sagamart.messaging.Outgoing;

/**
 * Takes messages that must go out if, and only if, the current transaction commits. They are sent right after the commit
 * by this process; if it dies before, any instance sweeps them up. At least once, and not ordered between transactions.
 */
public interface Outbox {
    /** @throws IllegalStateException if there is no transaction */
    void add(Outgoing message);
}
