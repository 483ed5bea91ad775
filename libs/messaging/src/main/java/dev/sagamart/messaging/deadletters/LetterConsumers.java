package dev.sagamart.messaging.deadletters;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Consumers that belong to no group, take little at a time and do not wait for long. Making one costs more than most
 * readings, so a few are kept.
 */
final class LetterConsumers implements AutoCloseable {
    static final int MOST_IDLE = 2;

    private static final CloseOptions AT_ONCE = CloseOptions.timeout(Duration.ZERO);

    private final BlockingQueue<Consumer<String, byte[]>> idle = new ArrayBlockingQueue<>(MOST_IDLE);
    private final Map<String, Object> settings;

    /** @param kafka the settings of the service, where its broker is among them */
    LetterConsumers(Map<String, Object> kafka, int timeoutMillis) {
        settings = new HashMap<>(kafka);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 256 * 1024);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 1024 * 1024);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeoutMillis);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeoutMillis);
    }

    Consumer<String, byte[]> take() {
        Consumer<String, byte[]> kept = idle.poll();
        return kept != null ? kept : new KafkaConsumer<>(settings);
    }

    /** @param good whether it did what it was taken for; otherwise nobody knows what state it is in */
    void giveBack(Consumer<String, byte[]> consumer, boolean good) {
        if (good) {
            consumer.unsubscribe();
        }
        if (!good || !idle.offer(consumer)) {
            consumer.close(AT_ONCE);
        }
    }

    @Override
    public void close() {
        for (var consumer = idle.poll(); consumer != null; consumer = idle.poll()) {
            consumer.close(AT_ONCE);
        }
    }
}
