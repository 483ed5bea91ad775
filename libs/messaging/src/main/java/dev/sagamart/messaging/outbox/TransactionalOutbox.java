package dev.sagamart.messaging.outbox;

import dev.sagamart.messaging.Envelope;
import dev.sagamart.messaging.MessageCodec;
import dev.sagamart.messaging.Outgoing;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Collects the messages of a transaction, writes them in one batch before it commits and hands them on after. */
final class TransactionalOutbox implements Outbox {
    private final MessageCodec codec;
    private final OutboxRows rows;
    private final OutboxRelay relay;
    private final Clock clock;

    TransactionalOutbox(MessageCodec codec, OutboxRows rows, OutboxRelay relay, Clock clock) {
        this.codec = codec;
        this.rows = rows;
        this.relay = relay;
        this.clock = clock;
    }

    @Override
    public void add(Outgoing message) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a message for the outbox needs a transaction");
        }
        current().messages.add(codec.envelope(message));
    }

    private Collected current() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Collected collected) {
            return collected;
        }
        var collected = new Collected();
        TransactionSynchronizationManager.bindResource(this, collected);
        TransactionSynchronizationManager.registerSynchronization(collected);
        return collected;
    }

    private final class Collected implements TransactionSynchronization {
        private final List<Envelope> messages = new ArrayList<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            rows.insert(messages, clock.instant());
        }

        @Override
        public void afterCommit() {
            relay.send(messages);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(TransactionalOutbox.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(TransactionalOutbox.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(TransactionalOutbox.this);
        }
    }
}
