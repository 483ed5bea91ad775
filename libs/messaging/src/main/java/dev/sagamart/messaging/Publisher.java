package dev.sagamart.messaging;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Sends messages; each is safe only when the returned future has completed. */
public final class Publisher {
    private final Producer<String, byte[]> producer;
    private final MessageCodec codec;
    private final Duration timeout;

    public Publisher(Producer<String, byte[]> producer, MessageCodec codec, Duration timeout) {
        this.producer = producer;
        this.codec = codec;
        this.timeout = timeout;
    }

    /** Sends one message; completes with the broker's acknowledgement, or exceptionally with {@link PublishFailed}. */
    public CompletableFuture<Void> publish(Outgoing message) {
        return publish(codec.envelope(onExistingPartition(message)));
    }

    /** Sends a message whose body is already JSON. */
    public CompletableFuture<Void> publish(Envelope message) {
        return send(codec.encode(message));
    }

    public CompletableFuture<Void> send(ProducerRecord<String, byte[]> message) {
        var acknowledged = new CompletableFuture<Void>();
        try {
            var _ = producer.send(message, (metadata, failure) -> {
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
        if (messages.isEmpty()) {
            return;
        }
        await(CompletableFuture.allOf(messages.stream().map(this::publish).toArray(CompletableFuture[]::new)));
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
                        && wanted < producer.partitionsFor(message.topic()).size())) {
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
