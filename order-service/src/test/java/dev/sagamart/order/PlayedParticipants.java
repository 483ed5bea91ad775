package dev.sagamart.order;

import dev.sagamart.contracts.SagaMessage;
import dev.sagamart.contracts.Topics;
import dev.sagamart.contracts.coupon.CouponRestored;
import dev.sagamart.contracts.coupon.CouponUsed;
import dev.sagamart.contracts.coupon.RestoreCoupon;
import dev.sagamart.contracts.coupon.UseCoupon;
import dev.sagamart.contracts.point.DeductPoints;
import dev.sagamart.contracts.point.PointsDeducted;
import dev.sagamart.contracts.point.PointsRefunded;
import dev.sagamart.contracts.point.RefundPoints;
import dev.sagamart.contracts.product.DeductStock;
import dev.sagamart.contracts.product.PricedLine;
import dev.sagamart.contracts.product.RestoreStock;
import dev.sagamart.contracts.product.StockDeducted;
import dev.sagamart.contracts.product.StockRestored;
import dev.sagamart.messaging.MessageCodec;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.Publisher;
import dev.sagamart.messaging.Received;
import dev.sagamart.messaging.WireTypes;
import dev.sagamart.testsupport.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Plays the other services on the real broker: agrees to everything unless a test has told it what to say to an order's user. */
final class PlayedParticipants implements AutoCloseable {
    static final long PRICE = 500;
    private static final List<String> TOPICS =
            List.of(Topics.COUPON_COMMANDS, Topics.PRODUCT_COMMANDS, Topics.POINT_COMMANDS);
    private static final WireTypes COMMANDS = WireTypes.of(
            UseCoupon.class,
            RestoreCoupon.class,
            DeductStock.class,
            RestoreStock.class,
            DeductPoints.class,
            RefundPoints.class);

    private final MessageCodec codec;
    private final Publisher publisher;
    private final Map<Long, Function<SagaMessage, Optional<SagaMessage>>> scripts = new ConcurrentHashMap<>();
    private final Map<UUID, Long> products = new ConcurrentHashMap<>();
    private final List<Received> commands = new CopyOnWriteArrayList<>();
    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread thread;
    private volatile boolean running = true;

    PlayedParticipants(MessageCodec codec, Publisher publisher) {
        this.codec = codec;
        this.publisher = publisher;
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", Infrastructure.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = TOPICS.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        this.thread = Thread.ofPlatform().name("played-participants").start(this::play);
    }

    /** Says what orders of this product get; empty for no answer at all, null in the map for the usual consent. */
    void script(long productId, Function<SagaMessage, Optional<SagaMessage>> script) {
        scripts.put(productId, script);
    }

    List<Received> commandsOf(UUID orderId) {
        return commands.stream()
                .filter(command -> ((SagaMessage) command.body()).orderId().equals(orderId))
                .toList();
    }

    <T> List<T> commandsOf(UUID orderId, Class<T> type) {
        return commandsOf(orderId).stream()
                .map(Received::body)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    Stream<UUID> ordersOf(long productId) {
        return products.entrySet().stream()
                .filter(order -> order.getValue() == productId)
                .map(Map.Entry::getKey);
    }

    private void play() {
        while (running) {
            for (ConsumerRecord<String, byte[]> next : consumer.poll(Duration.ofMillis(50))) {
                codec.decode(next, COMMANDS).ifPresent(this::answer);
            }
        }
        consumer.close();
    }

    private void answer(Received command) {
        commands.add(command);
        var body = (SagaMessage) command.body();
        if (body instanceof DeductStock deduct) {
            products.put(deduct.orderId(), deduct.lines().getFirst().productId());
        }
        Long product = products.get(body.orderId());
        Optional<SagaMessage> reply = product != null && scripts.containsKey(product)
                ? scripts.get(product).apply(body)
                : Optional.of(consent(body));
        reply.ifPresent(it -> publisher.publishAll(List.of(Outgoing.replyTo(command, it))));
    }

    static SagaMessage consent(SagaMessage command) {
        return switch (command) {
            case UseCoupon use -> new CouponUsed(use.orderId(), use.couponId(), "FIXED", 300, null);
            case RestoreCoupon restore -> new CouponRestored(restore.orderId());
            case DeductStock deduct ->
                new StockDeducted(
                        deduct.orderId(),
                        deduct.lines().stream()
                                .map(line -> new PricedLine(line.productId(), line.quantity(), PRICE))
                                .toList());
            case RestoreStock restore -> new StockRestored(restore.orderId());
            case DeductPoints deduct -> new PointsDeducted(deduct.orderId(), deduct.amount(), 0);
            case RefundPoints refund -> new PointsRefunded(refund.orderId());
            default -> throw new AssertionError(command);
        };
    }

    @Override
    public void close() throws InterruptedException {
        running = false;
        thread.join();
    }
}
