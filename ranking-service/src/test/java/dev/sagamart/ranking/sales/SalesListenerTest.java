package dev.sagamart.ranking.sales;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.contracts.Topics;
import dev.sagamart.contracts.order.OrderCompleted;
import dev.sagamart.contracts.order.OrderRejected;
import dev.sagamart.contracts.order.SoldLine;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.Publisher;
import dev.sagamart.messaging.Received;
import dev.sagamart.messaging.Uuid7;
import dev.sagamart.ranking.CleanTables;
import dev.sagamart.testsupport.infrastructure.ServiceTest;
import dev.sagamart.testsupport.probes.TopicProbe;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest(database = "ranking")
class SalesListenerTest {
    private static final long TEA = 1;
    private static final long CUP = 2;

    @Autowired
    SalesListener listener;

    @Autowired
    CountedOrders countedOrders;

    @Autowired
    HourlySales hourlySales;

    @Autowired
    Publisher publisher;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    final Instant now = Instant.now(Clock.systemUTC());

    @BeforeEach
    void clean() throws Exception {
        CleanTables.clean();
    }

    @Test
    void completed_orders_count_for_the_hour_in_which_they_were_completed() {
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);

        publish(completed(hour, new SoldLine(TEA, 2, 500), new SoldLine(CUP, 1, 9_000)));
        publish(completed(hour.plusSeconds(3599).plusNanos(999_999_999), new SoldLine(TEA, 3, 500)));
        publish(completed(hour.minusNanos(1_000), new SoldLine(TEA, 10, 500)));

        await().untilAsserted(() -> assertThat(sold(TEA)).isEqualTo(15));
        assertThat(sold(CUP)).isEqualTo(1);
        assertThat(soldIn(hour, TEA)).isEqualTo(5);
        assertThat(soldIn(hour.minus(Duration.ofHours(1)), TEA)).isEqualTo(10);
    }

    @Test
    void an_order_counts_once_however_often_it_is_told() {
        OrderCompleted order = completed(now, new SoldLine(TEA, 2, 500));

        handle(order, order);
        handle(order, completed(now, new SoldLine(TEA, 1, 500)));
        publish(order);
        publish(completed(now, new SoldLine(CUP, 1, 500)));

        await().untilAsserted(() -> assertThat(sold(CUP)).isEqualTo(1));
        assertThat(sold(TEA)).isEqualTo(3);
    }

    @Test
    void a_batch_that_is_rolled_back_counts_when_it_comes_again() {
        OrderCompleted order = completed(now, new SoldLine(TEA, 2, 500));

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            listener.handle(received(order));
            status.setRollbackOnly();
        });
        assertThat(sold(TEA)).isZero();

        handle(order);
        assertThat(sold(TEA)).isEqualTo(2);
    }

    @Test
    void instances_that_count_the_same_orders_at_once_count_each_once() {
        List<OrderCompleted> orders = Stream.generate(
                        () -> completed(now, new SoldLine(TEA, 1, 500), new SoldLine(CUP, 1, 500)))
                .limit(200)
                .toList();
        var backwards = new ArrayList<>(orders);
        Collections.reverse(backwards);

        var counting = Stream.of(orders, backwards, orders, backwards)
                .map(batch -> CompletableFuture.runAsync(() -> handle(batch.toArray(OrderCompleted[]::new))))
                .toArray(CompletableFuture[]::new);

        CompletableFuture.allOf(counting).join();
        assertThat(sold(TEA)).isEqualTo(200);
        assertThat(sold(CUP)).isEqualTo(200);
    }

    @Test
    void only_completed_orders_count_and_nothing_else_is_set_aside() {
        try (var dead = TopicProbe.on(Topics.deadLetter(Topics.ORDER_EVENTS))) {
            UUID rejected = Uuid7.next();

            publisher.publishAll(List.of(Outgoing.of(
                    Topics.ORDER_EVENTS, rejected, new OrderRejected(rejected, "u1", "OUT_OF_STOCK", now))));
            publish(completed(now, new SoldLine(TEA, 1, 500)));

            await().untilAsserted(() -> assertThat(sold(TEA)).isEqualTo(1));
            assertThat(dead.records()).isEmpty();
        }
    }

    @Test
    void poison_is_set_aside_once_while_healthy_traffic_goes_on() {
        try (var dead = TopicProbe.on(Topics.deadLetter(Topics.ORDER_EVENTS))) {

            for (int i = 0; i < 40; i++) {
                publish(completed(now, new SoldLine(TEA, 1, 500)));
                switch (i) {
                    case 10 -> poison(0, "not json");
                    case 20 -> poison(1, "{\"orderId\":\"%s\"}".formatted(Uuid7.next()));
                    case 30 -> poison(1, """
                            {"orderId":"%s","userId":"u1","lines":[{"productId":1,"quantity":-5,"unitPrice":1}],
                             "total":1,"completedAt":"%s"}""".formatted(Uuid7.next(), now));
                    default -> {}
                }
            }

            assertThat(dead.await(3, letter -> true))
                    .extracting(letter -> letter.partition())
                    .containsExactlyInAnyOrder(0, 1, 1);
            await().untilAsserted(() -> assertThat(sold(TEA)).isEqualTo(40));
            assertThat(dead.records()).hasSize(3);
        }
    }

    @Test
    void reading_goes_on_behind_what_is_counted() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            listener.handle(List.of(
                    received(completed(now, new SoldLine(TEA, 1, 500)), 2, 40),
                    received(completed(now, new SoldLine(TEA, 1, 500)), 2, 41),
                    received(completed(now, new SoldLine(TEA, 1, 500)), 3, 7)));
            assertThat(listener.startOffsets(List.of(2, 3)))
                    .containsEntry(2, 42L)
                    .containsEntry(3, 8L);
            assertThat(listener.startOffsets(List.of(2))).containsOnlyKeys(2);
            status.setRollbackOnly();
        });

        assertThat(listener.startOffsets(List.of(2))).doesNotContainEntry(2, 42L);
    }

    @Test
    void a_partition_of_which_nothing_is_counted_is_read_from_its_beginning() {
        assertThat(listener.startOffsets(List.of(99))).containsEntry(99, 0L);
    }

    @Test
    void reading_goes_on_behind_what_does_not_count() {
        UUID rejected = Uuid7.next();
        try (var events = TopicProbe.on(Topics.ORDER_EVENTS)) {
            publisher.publishAll(List.of(Outgoing.of(
                    Topics.ORDER_EVENTS, rejected, new OrderRejected(rejected, "u1", "OUT_OF_STOCK", now))));
            poison(1, "not json");

            var told = events.await(2, event -> true);

            await().untilAsserted(() -> told.forEach(event -> assertThat(
                            listener.startOffsets(List.of(event.partition())).get(event.partition()))
                    .isGreaterThan(event.offset())));
        }
    }

    @Test
    void what_was_read_from_the_topic_is_stored_as_read() {
        UUID order = Uuid7.next();
        try (var events = TopicProbe.on(Topics.ORDER_EVENTS)) {
            publisher.publishAll(List.of(Outgoing.of(
                    Topics.ORDER_EVENTS,
                    order,
                    new OrderCompleted(order, "u1", List.of(new SoldLine(TEA, 1, 500)), 500, now))));

            var told = events.await(1, event -> event.key().equals(order.toString()))
                    .getFirst();

            await().untilAsserted(() -> assertThat(listener.startOffsets(List.of(told.partition())))
                    .containsEntry(told.partition(), told.offset() + 1));
        }
    }

    @Test
    void an_order_that_is_too_old_to_be_remembered_is_not_counted() {
        var countSales = new CountSales(countedOrders, hourlySales, Clock.fixed(now, ZoneOffset.UTC));
        Instant horizon = now.minus(CountSales.MEMORY);
        var justInTime = new Sale(Uuid7.next(), horizon, List.of(new SoldUnits(TEA, 1)));
        var tooOld = new Sale(Uuid7.next(), horizon.minusMillis(1), List.of(new SoldUnits(TEA, 10)));

        countSales.count(List.of(justInTime, tooOld));
        countSales.count(List.of(justInTime, tooOld));

        assertThat(sold(TEA)).isEqualTo(1);
    }

    @Test
    void old_orders_are_forgotten_and_still_not_counted_again() {
        List<Sale> sales = IntStream.range(0, 5_000)
                .mapToObj(i -> new Sale(Uuid7.next(), now.plusMillis(i), List.of(new SoldUnits(TEA, 1))))
                .toList();
        new CountSales(countedOrders, hourlySales, Clock.systemUTC()).count(sales);
        Instant later = now.plus(CountSales.MEMORY).plusMillis(4_500);

        var countLater = new CountSales(countedOrders, hourlySales, Clock.fixed(later, ZoneOffset.UTC));
        countLater.forgetOld();
        countLater.count(sales);

        assertThat(jdbc.sql("select count(*) from counted_order")
                        .query(Long.class)
                        .single())
                .isEqualTo(500);
        assertThat(sold(TEA)).isEqualTo(5_000);
    }

    private void publish(OrderCompleted order) {
        publisher.publishAll(List.of(Outgoing.of(Topics.ORDER_EVENTS, order.orderId(), order)));
    }

    private void poison(int partition, String value) {
        var bad = new ProducerRecord<>(Topics.ORDER_EVENTS, partition, "poison", value.getBytes(UTF_8));
        bad.headers().add("ce_type", "order.completed.v1".getBytes(UTF_8)).add("ce_id", "poison".getBytes(UTF_8));
        publisher.await(publisher.send(bad));
    }

    private void handle(OrderCompleted... orders) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> listener.handle(received(orders)));
    }

    /** From a partition that the topic does not have, so that the running service is left alone. */
    private static List<Received> received(OrderCompleted... orders) {
        return Stream.of(orders).map(order -> received(order, 1_000, 0)).toList();
    }

    private static Received received(OrderCompleted order, int partition, long offset) {
        return new Received("id", order, null, partition, offset, null, null);
    }

    private static OrderCompleted completed(Instant at, SoldLine... lines) {
        return new OrderCompleted(Uuid7.next(), "u1", List.of(lines), 1, at);
    }

    private long sold(long product) {
        return jdbc.sql("select coalesce(sum(quantity), 0) from product_sales_hourly where product_id = ?")
                .param(product)
                .query(Long.class)
                .single();
    }

    private long soldIn(Instant hour, long product) {
        return jdbc.sql("select quantity from product_sales_hourly where hour = ? and product_id = ?")
                .param(Timestamp.from(hour))
                .param(product)
                .query(Long.class)
                .single();
    }
}
