package dev.sagamart.chaos.mutants;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sagamart.chaos.cluster.Cluster;
import dev.sagamart.contracts.MessageType;
import dev.sagamart.contracts.SagaMessage;
import dev.sagamart.contracts.Topics;
import dev.sagamart.contracts.product.DeductStock;
import dev.sagamart.contracts.product.OrderLine;
import dev.sagamart.contracts.product.RestoreStock;
import dev.sagamart.systemtests.http.Client;
import dev.sagamart.systemtests.http.Entrance;
import dev.sagamart.systemtests.shop.Shop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does an action that arrives after its compensation leave the stock alone? Under fire it hardly ever does arrive: what an
 * order-service could not send in time, it never sends.
 */
final class WhatComesLate implements Question {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final long STOCK = 10;
    private static final int LATE = 5;
    private static final int LAST = 1;

    @Override
    public List<String> wrong(Cluster cluster) throws Exception {
        var shop = new Shop(new Client(new Entrance(cluster.gateways().getFirst(), cluster.mint())));
        long product = shop.product(100, STOCK);
        UUID order = UUID.randomUUID();
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", cluster.kafka()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            send(producer, new RestoreStock(order));
            send(producer, new DeductStock(order, List.of(new OrderLine(product, LATE))));
            send(producer, new DeductStock(UUID.randomUUID(), List.of(new OrderLine(product, LAST))));
        }
        long left = shop.stock(product);
        for (long begin = System.nanoTime();
                left != STOCK - LAST && System.nanoTime() - begin < PATIENCE.toNanos();
                left = shop.stock(product)) {
            Thread.sleep(LOOK);
        }
        return left == STOCK - LAST
                ? List.of()
                : List.of("%d pieces of %d are left when %d were sold".formatted(left, STOCK, LAST));
    }

    /** All to one partition, so that they are handled one after the other. */
    private static void send(KafkaProducer<byte[], byte[]> producer, SagaMessage command)
            throws InterruptedException, ExecutionException {
        var record = new ProducerRecord<>(
                Topics.PRODUCT_COMMANDS,
                0,
                command.orderId().toString().getBytes(UTF_8),
                JSON.writeValueAsBytes(command));
        String type = command.getClass().getAnnotation(MessageType.class).value();
        record.headers().add("ce_id", UUID.randomUUID().toString().getBytes(UTF_8));
        record.headers().add("ce_type", type.getBytes(UTF_8));
        producer.send(record).get();
    }
}
