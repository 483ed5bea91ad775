package dev.sagamart.messaging.listening;

import dev.sagamart.messaging.Publisher;
import dev.sagamart.messaging.Received;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchAcknowledgingMessageListener;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.transaction.support.TransactionOperations;

/**
 * One poll is one transaction: handle all, commit, send what came of it, then commit the offsets. A batch that fails is
 * taken apart and handled record by record with bounded retries, because the container's own error handler loses count
 * of a failing partition when another one is healthy (spring-kafka GH-4371).
 */
final class BatchListener implements BatchAcknowledgingMessageListener<String, byte[]> {
    private static final Logger log = LoggerFactory.getLogger(BatchListener.class);

    private final Subscription subscription;
    private final Entries entries;
    private final TransactionOperations transactions;
    private final Publisher publisher;
    private final OneByOne oneByOne;
    private final DeadLetters deadLetters;
    private final ListenerMetrics metrics;
    private final MessageSpans spans;
    private final RetryPolicy policy;

    BatchListener(Subscription subscription, ListenerTools tools) {
        this.subscription = subscription;
        this.transactions = tools.transactions();
        this.publisher = tools.publisher();
        this.deadLetters = new DeadLetters(tools.publisher());
        this.metrics = new ListenerMetrics(tools.meters(), subscription);
        this.spans = new MessageSpans(tools.tracer(), subscription);
        this.entries = new Entries(subscription, tools.codec(), metrics);
        this.policy = tools.policy();
        this.oneByOne = new OneByOne(policy, tools.clock());
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> poll, @Nullable Acknowledgment acknowledgment) {
        handle(poll, Objects.requireNonNull(acknowledgment, "manual acknowledgement"));
    }

    private void handle(List<ConsumerRecord<String, byte[]>> poll, Acknowledgment acknowledgment) {
        try {
            List<Entry> batch = entries.of(poll);
            boolean together = handleTogether(batch);
            int done = together ? batch.size() : oneByOne.handle(batch, this::handleAlone, this::giveUp);
            if (done < batch.size()) {
                acknowledgment.nack(poll.indexOf(batch.get(done).raw()), policy.outagePause());
                return;
            }
            if (!together || batch.stream().filter(Entry::isMessage).count() < poll.size()) {
                tellHowFar(poll);
            }
            acknowledgment.acknowledge();
        } catch (RuntimeException outage) {
            log.warn("{} is interrupted and will be tried again: {}", subscription.group(), outage.toString());
            metrics.outage();
            acknowledgment.nack(0, policy.outagePause());
        }
    }

    private void tellHowFar(List<ConsumerRecord<String, byte[]>> poll) {
        var next = new TreeMap<Integer, Long>();
        poll.forEach(raw -> next.merge(raw.partition(), raw.offset() + 1, Math::max));
        try {
            transactions.executeWithoutResult(status -> subscription.passed(next));
        } catch (RuntimeException failure) {
            if (Outages.isOutage(failure)) {
                throw failure;
            }
            log.error("{} could not note how far it is", subscription.group(), failure);
        }
    }

    private boolean handleTogether(List<Entry> batch) {
        try {
            handle(batch.stream().map(Entry::message).filter(Objects::nonNull).toList());
        } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError failure) {
            if (Outages.isOutage(failure)) {
                throw failure;
            }
            log.debug("A batch of {} failed and is taken apart", subscription.group(), failure);
            metrics.batchTakenApart();
            return false;
        }
        batch.forEach(this::buryPoison);
        return true;
    }

    private void handle(List<Received> messages) {
        if (!messages.isEmpty()) {
            spans.follow(
                    messages,
                    followed -> publisher.publishAll(transactions.execute(status -> subscription.handle(followed))));
            metrics.handled(messages.size());
        }
    }

    private void handleAlone(Entry entry) {
        if (entry.message() != null) {
            handle(List.of(entry.message()));
        }
        buryPoison(entry);
    }

    private void buryPoison(Entry entry) {
        if (entry.poison() != null) {
            bury(entry.raw(), entry.poison());
        }
    }

    private void giveUp(Entry entry, Throwable cause) {
        Received message = entry.message();
        if (message != null && subscription.isRepeatedBySender(message)) {
            log.error("{} keeps failing and is left to its sender: {}", subscription.group(), message, cause);
            metrics.leftToSender();
        } else {
            bury(entry.raw(), cause);
        }
    }

    private void bury(ConsumerRecord<String, byte[]> raw, Throwable cause) {
        deadLetters.accept(raw, subscription.group(), cause);
        metrics.deadLetter();
    }
}
