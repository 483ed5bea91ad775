package dev.sagamart.messaging.deadletters;

import dev.sagamart.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads dead-letter topics from a place up to their end of now: without a group, and within a time. */
final class LetterReader {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int READERS = LetterConsumers.MOST_IDLE;

    /** Sees the letters of one reading, in order per partition. */
    interface Visitor {
        /** @return false if no more letters of this partition are wanted */
        boolean visit(ConsumerRecord<String, byte[]> letter);
    }

    /** The first offset of a partition and the one after its last. */
    record Bounds(long begin, long end) {}

    private final LetterConsumers consumers;
    private final Duration limit;
    private final Semaphore free = new Semaphore(READERS);

    LetterReader(LetterConsumers consumers, Duration limit) {
        this.consumers = consumers;
        this.limit = limit;
    }

    /** @param from where to start on a partition, or null to leave it out; from its first letter if that is later */
    void read(String topic, IntFunction<@Nullable Long> from, Visitor visitor) {
        withConsumer(consumer -> {
            var deadline = System.nanoTime() + limit.toNanos();
            Map<TopicPartition, Bounds> bounds = bounds(consumer, topic, from);
            var open = new ArrayList<TopicPartition>(bounds.keySet());
            consumer.assign(open);
            bounds.forEach((partition, bound) -> consumer.seek(partition, bound.begin()));
            while (!open.isEmpty()) {
                if (System.nanoTime() > deadline) {
                    throw new DeadLettersUnavailable("the dead letters of " + topic + " cannot be read in time", null);
                }
                for (ConsumerRecord<String, byte[]> letter : consumer.poll(POLL)) {
                    var partition = new TopicPartition(letter.topic(), letter.partition());
                    if (open.contains(partition)
                            && (letter.offset() >= end(bounds, partition) || !visitor.visit(letter))) {
                        open.remove(partition);
                    }
                }
                open.removeIf(partition -> consumer.position(partition) >= end(bounds, partition));
                consumer.assign(open);
            }
        });
    }

    private static long end(Map<TopicPartition, Bounds> bounds, TopicPartition partition) {
        Bounds bound = bounds.get(partition);
        return bound == null ? 0 : bound.end();
    }

    /** The partitions that are not empty. */
    Map<TopicPartition, Bounds> bounds(String topic) {
        var result = new java.util.HashMap<TopicPartition, Bounds>();
        withConsumer(consumer -> result.putAll(bounds(consumer, topic, partition -> 0L)));
        return result;
    }

    private static Map<TopicPartition, Bounds> bounds(
            Consumer<String, byte[]> consumer, String topic, IntFunction<@Nullable Long> from) {
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.deadLetter(topic)).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .filter(partition -> from.apply(partition.partition()) != null)
                .toList();
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        var bounds = new java.util.LinkedHashMap<TopicPartition, Bounds>();
        for (TopicPartition partition : partitions) {
            Long wanted = from.apply(partition.partition());
            long begin = Math.max(wanted == null ? 0 : wanted, begins.getOrDefault(partition, 0L));
            long end = ends.getOrDefault(partition, 0L);
            if (begin < end) {
                bounds.put(partition, new Bounds(begin, end));
            }
        }
        return bounds;
    }

    private void withConsumer(java.util.function.Consumer<Consumer<String, byte[]>> reading) {
        requireTurn();
        try {
            Consumer<String, byte[]> consumer = consumers.take();
            boolean good = false;
            try {
                reading.accept(consumer);
                good = true;
            } finally {
                consumers.giveBack(consumer, good);
            }
        } catch (KafkaException away) {
            throw new DeadLettersUnavailable("the broker does not answer", away);
        } finally {
            free.release();
        }
    }

    private void requireTurn() {
        boolean turn = false;
        try {
            turn = free.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (!turn) {
            throw new DeadLettersUnavailable("dead letters are being read by others", null);
        }
    }
}
