package dev.sagamart.product.stock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.contracts.SagaMessage;
import dev.sagamart.contracts.Topics;
import dev.sagamart.contracts.product.DeductStock;
import dev.sagamart.contracts.product.DeductStockRejected;
import dev.sagamart.contracts.product.OrderLine;
import dev.sagamart.contracts.product.PricedLine;
import dev.sagamart.contracts.product.RestoreStock;
import dev.sagamart.contracts.product.StockDeducted;
import dev.sagamart.contracts.product.StockRestored;
import dev.sagamart.messaging.MessageJson;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.Publisher;
import dev.sagamart.messaging.Received;
import dev.sagamart.messaging.Uuid7;
import dev.sagamart.messaging.WireTypes;
import dev.sagamart.messaging.participant.CommandSubscription;
import dev.sagamart.product.CatalogClient;
import dev.sagamart.product.StockBooks;
import dev.sagamart.product.catalog.Shelf;
import dev.sagamart.testsupport.infrastructure.ServiceTest;
import dev.sagamart.testsupport.probes.TopicProbe;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest(database = "product")
class StockStepTest {
    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Publisher publisher;

    @Autowired
    MessageJson json;

    @Autowired
    CommandSubscription<Shelf> subscription;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    EntityManager entities;

    CatalogClient catalog;
    TopicProbe replies;

    @BeforeEach
    void connect() {
        catalog = new CatalogClient(http);
        replies = TopicProbe.on(Topics.ORDER_REPLIES);
    }

    @AfterEach
    void the_books_balance() {
        replies.close();
        StockBooks.assertBalanced(jdbc);
    }

    @Test
    void an_order_gets_all_its_lines_at_the_prices_of_this_moment() {
        long tea = catalog.add("Tea", 500, 3);
        long cup = catalog.add("Cup", 9_000, 1);
        UUID order = Uuid7.next();

        send(new DeductStock(order, List.of(new OrderLine(cup, 1), new OrderLine(tea, 2))));

        assertThat(repliesTo(order, 1))
                .containsExactly(
                        new StockDeducted(order, List.of(new PricedLine(cup, 1, 9_000), new PricedLine(tea, 2, 500))));
        assertThat(StockBooks.of(jdbc, tea)).isEqualTo(new StockBooks(3, 0, 1, 2));
        assertThat(StockBooks.of(jdbc, cup)).isEqualTo(new StockBooks(1, 0, 0, 1));
    }

    @Test
    void an_order_that_cannot_have_all_its_lines_gets_none() {
        long tea = catalog.add("Tea", 500, 3);
        long cup = catalog.add("Cup", 9_000, 1);
        UUID tooMany = Uuid7.next();
        UUID unknown = Uuid7.next();

        send(new DeductStock(tooMany, List.of(new OrderLine(tea, 1), new OrderLine(cup, 2))));
        send(new DeductStock(unknown, List.of(new OrderLine(tea, 1), new OrderLine(Long.MAX_VALUE, 1))));

        assertThat(codes(repliesTo(tooMany, 1))).containsExactly("OUT_OF_STOCK");
        assertThat(codes(repliesTo(unknown, 1))).containsExactly("PRODUCT_NOT_FOUND");
        assertThat(StockBooks.of(jdbc, tea).stock()).isEqualTo(3);
    }

    @Test
    void the_first_line_that_is_not_to_be_had_names_the_reason() {
        long tea = catalog.add("Tea", 500, 0);
        UUID order = Uuid7.next();
        UUID otherWay = Uuid7.next();

        send(new DeductStock(order, List.of(new OrderLine(tea, 1), new OrderLine(0, 1))));
        send(new DeductStock(otherWay, List.of(new OrderLine(0, 1), new OrderLine(tea, 1))));

        assertThat(codes(repliesTo(order, 1))).containsExactly("OUT_OF_STOCK");
        assertThat(codes(repliesTo(otherWay, 1))).containsExactly("PRODUCT_NOT_FOUND");
    }

    @Test
    void two_lines_of_one_product_count_together() {
        long tea = catalog.add("Tea", 500, 3);

        assertThat(handle(new DeductStock(Uuid7.next(), List.of(new OrderLine(tea, 2), new OrderLine(tea, 2)))))
                .singleElement()
                .isInstanceOf(DeductStockRejected.class);
        assertThat(StockBooks.of(jdbc, tea).stock()).isEqualTo(3);
    }

    @Test
    void the_reply_goes_to_the_partition_that_the_command_asks_for() {
        long tea = catalog.add("Tea", 500, 3);
        UUID order = Uuid7.next();

        publisher.publishAll(List.of(Outgoing.of(
                        Topics.PRODUCT_COMMANDS, order, new DeductStock(order, List.of(new OrderLine(tea, 1))))
                .withReplyPartition(4)));

        assertThat(replies.await(1, reply -> reply.key().equals(order.toString())))
                .singleElement()
                .satisfies(reply -> assertThat(reply.partition()).isEqualTo(4));
    }

    @Test
    void a_repeated_command_gets_the_same_reply_and_does_nothing() {
        long tea = catalog.add("Tea", 500, 3);
        var deduct = new DeductStock(Uuid7.next(), List.of(new OrderLine(tea, 2)));

        send(deduct);
        repliesTo(deduct.orderId(), 1);
        catalog.write(HttpMethod.PATCH, "/v1/products/" + tea, "{\"price\":600}");
        send(deduct);

        var first = new StockDeducted(deduct.orderId(), List.of(new PricedLine(tea, 2, 500)));
        assertThat(repliesTo(deduct.orderId(), 2)).containsExactly(first, first);
        assertThat(StockBooks.of(jdbc, tea).stock()).isEqualTo(1);
    }

    @Test
    void a_compensation_puts_back_what_was_taken_once() {
        long tea = catalog.add("Tea", 500, 3);
        var deduct = new DeductStock(Uuid7.next(), List.of(new OrderLine(tea, 2)));
        var restore = new RestoreStock(deduct.orderId());

        send(deduct);
        send(restore);
        send(restore);
        send(deduct);

        assertThat(repliesTo(deduct.orderId(), 4))
                .extracting(Object::getClass)
                .containsExactly(StockDeducted.class, StockRestored.class, StockRestored.class, StockDeducted.class);
        assertThat(StockBooks.of(jdbc, tea)).isEqualTo(new StockBooks(3, 0, 3, 0));
    }

    @Test
    void an_action_after_its_compensation_is_refused() {
        long tea = catalog.add("Tea", 500, 3);
        UUID order = Uuid7.next();

        send(new RestoreStock(order));
        send(new DeductStock(order, List.of(new OrderLine(tea, 2))));

        assertThat(repliesTo(order, 2))
                .extracting(Object::getClass)
                .containsExactly(StockRestored.class, DeductStockRejected.class);
        assertThat(StockBooks.of(jdbc, tea).stock()).isEqualTo(3);
    }

    @Test
    void a_batch_may_hold_repetitions_and_compensations_of_its_own_commands() {
        long tea = catalog.add("Tea", 500, 1);
        var first = new DeductStock(Uuid7.next(), List.of(new OrderLine(tea, 1)));
        var second = new DeductStock(Uuid7.next(), List.of(new OrderLine(tea, 1)));

        List<SagaMessage> given = handle(first, first, second, new RestoreStock(first.orderId()), second);

        assertThat(given)
                .extracting(Object::getClass)
                .containsExactly(
                        StockDeducted.class,
                        StockDeducted.class,
                        DeductStockRejected.class,
                        StockRestored.class,
                        DeductStockRejected.class);
        assertThat(StockBooks.of(jdbc, tea)).isEqualTo(new StockBooks(1, 0, 1, 0));
    }

    @Test
    void five_hundred_orders_of_a_hot_product_cost_one_row_update() {
        long tea = catalog.add("Tea", 500, 450);
        SagaMessage[] orders = IntStream.range(0, 500)
                .mapToObj(i -> new DeductStock(Uuid7.next(), List.of(new OrderLine(tea, 1))))
                .toArray(SagaMessage[]::new);

        long updates = new TransactionTemplate(transactions).execute(status -> {
            long before = updatesOfProducts();
            subscription.handle(received(List.of(orders)));
            entities.flush();
            return updatesOfProducts() - before;
        });

        assertThat(updates).isEqualTo(1);
        assertThat(StockBooks.of(jdbc, tea)).isEqualTo(new StockBooks(450, 0, 0, 450));
    }

    /** By this connection so far. */
    private long updatesOfProducts() {
        return jdbc.sql("select pg_stat_get_xact_tuples_updated('product'::regclass)")
                .query(Long.class)
                .single();
    }

    @Test
    void a_hot_product_is_sold_out_exactly_while_it_is_restocked() {
        long tea = catalog.add("Tea", 500, 100);
        List<UUID> orders = Stream.generate(Uuid7::next).limit(500).toList();

        var restocking = CompletableFuture.runAsync(() -> IntStream.range(0, 10)
                .forEach(
                        i -> catalog.write(HttpMethod.POST, "/v1/products/" + tea + "/restocks", "{\"quantity\":10}")));
        publisher.publishAll(orders.stream()
                .map(order -> command(new DeductStock(order, List.of(new OrderLine(tea, 1)))))
                .toList());
        restocking.join();
        Set<String> ids = orders.stream().map(UUID::toString).collect(Collectors.toSet());
        var given = replies.await(500, reply -> ids.contains(reply.key()));

        long deducted = given.stream()
                .filter(reply -> read(reply) instanceof StockDeducted)
                .count();
        assertThat(given).hasSize(500);
        assertThat(deducted).isBetween(100L, 200L);
        assertThat(StockBooks.of(jdbc, tea)).isEqualTo(new StockBooks(100, 100, 200 - deducted, deducted));
    }

    @Test
    void batches_that_want_the_same_products_in_another_order_do_not_block_each_other() {
        List<OrderLine> lines = IntStream.range(0, 5)
                .mapToObj(i -> new OrderLine(catalog.add("Tea " + i, 500, 1_000), 1))
                .toList();
        var backwards = new ArrayList<>(lines);
        Collections.reverse(backwards);

        var working = Stream.of(lines, backwards, lines, backwards)
                .map(order -> CompletableFuture.runAsync(() ->
                        IntStream.range(0, 25).forEach(i -> handle(new DeductStock(Uuid7.next(), order)))))
                .toArray(CompletableFuture[]::new);

        CompletableFuture.allOf(working).join();
        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(StockBooks.of(jdbc, line.productId()).sold()).isEqualTo(100));
    }

    @Test
    void poison_is_set_aside_once_while_healthy_traffic_goes_on() {
        long tea = catalog.add("Tea", 500, 1_000);
        String deduct = WireTypes.nameOf(new DeductStock(Uuid7.next(), List.of()));
        List<UUID> orders = Stream.generate(Uuid7::next).limit(60).toList();
        try (var dead = TopicProbe.on(Topics.deadLetter(Topics.PRODUCT_COMMANDS))) {

            for (int i = 0; i < orders.size(); i++) {
                send(new DeductStock(orders.get(i), List.of(new OrderLine(tea, 1))));
                switch (i) {
                    case 10 -> poison(0, deduct, "not json");
                    case 20 -> poison(1, deduct, "{\"orderId\":\"" + Uuid7.next() + "\"}");
                    case 30 -> poison(0, "product.dance.v1", "{}");
                    case 40 -> poison(1, deduct, """
                            {"orderId":"%s","lines":[{"productId":%d,"quantity":-5}]}""".formatted(Uuid7.next(), tea));
                    default -> {}
                }
            }

            Set<String> ids = orders.stream().map(UUID::toString).collect(Collectors.toSet());
            assertThat(replies.await(60, reply -> ids.contains(reply.key()))).hasSize(60);
            assertThat(dead.await(4, letter -> true))
                    .extracting(ConsumerRecord::partition)
                    .containsExactlyInAnyOrder(0, 0, 1, 1);
            assertThat(dead.records()).hasSize(4);
            assertThat(StockBooks.of(jdbc, tea).sold()).isEqualTo(60);
        }
    }

    private void poison(int partition, String type, String value) {
        var bad = new ProducerRecord<>(Topics.PRODUCT_COMMANDS, partition, "poison", value.getBytes(UTF_8));
        bad.headers().add("ce_type", type.getBytes(UTF_8)).add("ce_id", "poison".getBytes(UTF_8));
        publisher.await(publisher.send(bad));
    }

    private void send(SagaMessage command) {
        publisher.publishAll(List.of(command(command)));
    }

    private static Outgoing command(SagaMessage command) {
        return Outgoing.of(Topics.PRODUCT_COMMANDS, command.orderId(), command);
    }

    private List<Object> repliesTo(UUID order, int count) {
        return replies.await(count, reply -> reply.key().equals(order.toString())).stream()
                .map(this::read)
                .toList();
    }

    private Object read(ConsumerRecord<String, byte[]> reply) {
        var types = WireTypes.of(StockDeducted.class, DeductStockRejected.class, StockRestored.class);
        String name = TopicProbe.header(reply, "ce_type").orElseThrow();
        return json.read(reply.value(), types.find(name).orElseThrow());
    }

    private static List<String> codes(List<Object> rejections) {
        return rejections.stream()
                .map(reply -> ((DeductStockRejected) reply).code())
                .toList();
    }

    /** One batch, without the broker. */
    private List<SagaMessage> handle(SagaMessage... commands) {
        return new TransactionTemplate(transactions)
                .execute(status -> subscription.handle(received(List.of(commands)))).stream()
                        .map(reply -> (SagaMessage) reply.body())
                        .toList();
    }

    private static List<Received> received(List<SagaMessage> commands) {
        return commands.stream()
                .map(command -> new Received("id", command, null, 0, 0, null, null))
                .toList();
    }
}
