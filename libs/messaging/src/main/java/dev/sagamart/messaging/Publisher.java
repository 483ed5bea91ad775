package dev.sagamart.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Sends messages; each is safe only when the returned future has completed. */
public final class Publisher {
    private final Supplier<Producer<String, byte[]>> producer;
    private final MessageCodec codec;
    private final Duration timeout;

    /** @param producer the producer to send with now: one that has failed for good, or was stopped, is replaced */
    public Publisher(Supplier<Producer<String, byte[]>> producer, MessageCodec codec, Duration timeout) {
        this.producer = producer;
        this.codec = codec;
        this.timeout = timeout;
    }

    /** Sends one message; completes with the broker's acknowledgement, or exceptionally with {@link PublishFailed}. */
    public CompletableFuture<Void> publish(Outgoing message) {
        try {
            return publish(codec.envelope(onExistingPartition(message)));
        } catch (KafkaException away) {
            return CompletableFuture.failedFuture(new PublishFailed("cannot reach " + message.topic(), away));
        }
    }

    /** Sends a message whose body is already JSON. */
    public CompletableFuture<Void> publish(Envelope message) {
        return send(codec.encode(message));
    }

    public CompletableFuture<Void> send(ProducerRecord<String, byte[]> message) {
        var acknowledged = new CompletableFuture<Void>();
        try {
            var _ = producer.get().send(message, (metadata, failure) -> {
                if (failure == null) {
                    acknowledged.complete(null);
                } else {
                    acknowledged.completeExceptionally(
                            new PublishFailed("no acknowledgement from " + message.topic(), failure));
                }
            });
        } catch (RuntimeException refused) {
            acknowledged.completeExceptionally(new PublishFailed("cannot send to " + message.topic(), refused));
        }
        return acknowledged;
    }

    /**
     * Sends all and waits until the broker has them all.
     *
     * @throws PublishFailed if one was not acknowledged in time; the others may have been sent
     */
    public void publishAll(List<Outgoing> messages) {
        await(CompletableFuture.allOf(publishTogether(messages).toArray(CompletableFuture[]::new)));
    }

    /**
     * Sends all now, in as few requests as there are brokers, instead of when more have come. Ends with the first that is
     * refused at once: with the broker away, each further one would cost the same wait.
     *
     * @return the acknowledgements of those that were tried, in their order
     */
    public List<CompletableFuture<Void>> publishTogether(List<Outgoing> messages) {
        var acknowledgements = new ArrayList<CompletableFuture<Void>>(messages.size());
        for (Outgoing message : messages) {
            CompletableFuture<Void> acknowledgement = publish(message);
            acknowledgements.add(acknowledgement);
            if (acknowledgement.isCompletedExceptionally()) {
                return acknowledgements;
            }
        }
        Producer<String, byte[]> gathering = producer.get();
        Thread.ofVirtual().name("flush").start(gathering::flush); // it would wait for the acknowledgements, too
        return acknowledgements;
    }

    /** Sends each for itself, by id. A topic that cannot be reached is waited for once, not once for each message. */
    public Map<UUID, CompletableFuture<Void>> publishEach(List<Envelope> messages) {
        var unreachable = new HashMap<String, CompletableFuture<Void>>();
        var acknowledgements = new LinkedHashMap<UUID, CompletableFuture<Void>>();
        for (Envelope message : messages) {
            CompletableFuture<Void> failed = unreachable.get(message.topic());
            CompletableFuture<Void> acknowledgement = failed == null ? publish(message) : failed;
            acknowledgements.put(message.id(), acknowledgement);
            if (isUnreachable(acknowledgement)) {
                unreachable.put(message.topic(), acknowledgement);
            }
        }
        return acknowledgements;
    }

    private static boolean isUnreachable(CompletableFuture<Void> acknowledgement) {
        return acknowledgement.isCompletedExceptionally()
                && acknowledgement.exceptionNow() instanceof PublishFailed failed
                && !failed.isFinal();
    }

    public void await(CompletableFuture<Void> acknowledgement) {
        try {
            acknowledgement.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PublishFailed("stopped while waiting for the broker", stopped);
        } catch (ExecutionException failed) {
            throw new PublishFailed("the broker did not take all messages", failed);
        } catch (TimeoutException late) {
            throw new PublishFailed("the broker did not answer within " + timeout, late);
        }
    }

    /** A partition asked for by a sender counts only if the topic has it: an unknown one would block the producer. */
    private Outgoing onExistingPartition(Outgoing message) {
        Integer wanted = message.partition();
        if (wanted == null
                || (wanted >= 0
                        && wanted
                                < producer.get().partitionsFor(message.topic()).size())) {
            return message;
        }
        return new Outgoing(
                message.id(),
                message.topic(),
                message.key(),
                null,
                message.body(),
                message.replyPartition(),
                message.traceparent());
    }
}
