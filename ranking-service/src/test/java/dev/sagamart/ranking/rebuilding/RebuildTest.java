package dev.sagamart.ranking.rebuilding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.contracts.Topics;
import dev.sagamart.contracts.order.OrderCompleted;
import dev.sagamart.contracts.order.OrderRejected;
import dev.sagamart.contracts.order.SoldLine;
import dev.sagamart.defaults.web.PageQuery;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.Publisher;
import dev.sagamart.messaging.Uuid7;
import dev.sagamart.ranking.CleanTables;
import dev.sagamart.ranking.rebuilding.Rebuild.Status;
import dev.sagamart.testsupport.infrastructure.Infrastructure;
import dev.sagamart.testsupport.infrastructure.ServiceTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest(database = "ranking")
class RebuildTest {
    @Autowired
    RequestRebuild requestRebuild;

    @Autowired
    FindRebuilds findRebuilds;

    @Autowired
    Publisher publisher;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    final Instant now = Instant.now(Clock.systemUTC());
    final long tea = ThreadLocalRandom.current().nextLong(1_000_000_000, Long.MAX_VALUE);
    final long cup = tea - 1;
    final long nothing = tea - 2;

    @BeforeEach
    void clean() throws Exception {
        CleanTables.clean();
    }

    @Test
    void sums_that_were_spoiled_are_right_again() {
        List<OrderCompleted> orders = orders(20, now);
        publish(orders);
        publish(orders.subList(0, 5));
        publish(orders(10, now.minus(Duration.ofHours(30))));
        reject();
        poison();
        awaitSold(30, 60);
        jdbc.update("update product_sales_hourly set quantity = quantity + 7 where product_id = ?", tea);
        jdbc.update("delete from product_sales_hourly where product_id = ?", cup);
        jdbc.update("insert into product_sales_hourly values (date_trunc('hour', now(), 'UTC'), ?, 99)", nothing);
        jdbc.update(
                "delete from counted_order where order_id = ?",
                orders.getFirst().orderId());

        Rebuild done = rebuild();

        assertThat(done.status()).isEqualTo(Status.DONE);
        assertThat(done.requestedBy()).isEqualTo("kim");
        assertThat(done.orders()).isGreaterThanOrEqualTo(30);
        assertThat(done.changedSums()).isGreaterThanOrEqualTo(5);
        assertThat(sold(tea)).isEqualTo(30);
        assertThat(sold(cup)).isEqualTo(60);
        assertThat(sold(nothing)).isZero();
        publish(orders);
        publish(orders(1, now));
        awaitSold(31, 62);
        assertThat(rebuild().changedSums()).isZero();
    }

    @Test
    void what_is_older_than_the_window_is_left_alone() {
        Instant before = now.minus(Duration.ofHours(80));
        publish(orders(1, before));
        awaitSold(1, 2);
        jdbc.update("update product_sales_hourly set quantity = quantity + 7 where product_id = ?", tea);

        Rebuild done = rebuild();

        assertThat(done.firstHour()).isAfter(before);
        assertThat(sold(tea)).isEqualTo(8);
        publish(orders(1, before));
        awaitSold(9, 4);
    }

    @Test
    void orders_that_come_while_sums_are_rebuilt_count_once() {
        var coming = CompletableFuture.runAsync(() ->
                IntStream.range(0, 60).forEach(i -> publish(orders(10, now.minus(Duration.ofMinutes(i))))));

        int rebuilds = 0;
        while (!coming.isDone() || rebuilds == 0) {
            assertThat(rebuild().status()).isEqualTo(Status.DONE);
            rebuilds++;
        }

        coming.join();
        awaitSold(600, 1200);
        rebuild();
        assertThat(sold(tea)).isEqualTo(600);
        assertThat(jdbc.queryForList("select order_id from rebuilt_sale limit 1"))
                .isEmpty();
    }

    @Test
    void counting_waits_while_the_sums_are_replaced() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            new RebuiltSales(JdbcClient.create(jdbc)).stopCounting();
            publish(orders(1, now));

            await().until(() -> jdbc.queryForObject(
                            "select count(*) from pg_locks where relation = 'counted_order'::regclass and not granted",
                            Integer.class)
                    > 0);
        });

        awaitSold(1, 2);
    }

    @Test
    void whoever_asks_while_one_is_open_gets_that_one() throws Exception {
        Rebuild first;
        Rebuild second;
        try (var connection = Infrastructure.connect("ranking");
                var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + RebuildJob.LOCK + ")");

            first = requestRebuild.request("kim");
            second = requestRebuild.request("lee");

            assertThat(find(first.rebuildId()).status()).isEqualTo(Status.WAITING);
        }
        assertThat(second).isEqualTo(first);
        await().until(() -> find(first.rebuildId()).status() == Status.DONE);
    }

    @Test
    void one_whose_instance_has_ended_is_said_to_have_failed() {
        UUID id = Uuid7.next();
        await().until(() -> jdbc.update(
                        "insert into rebuild (rebuild_id, requested_by, requested_at, started_at)"
                                + " values (?, 'kim', now(), now()) on conflict do nothing",
                        id)
                == 1);

        await().until(() -> find(id).status() == Status.FAILED);

        assertThat(find(id).problem()).contains("ask again");
        assertThat(rebuild().status()).isEqualTo(Status.DONE);
    }

    @Test
    void hours_that_the_topic_has_lost_in_part_are_left_alone() {
        Instant window = Instant.parse("2026-11-20T13:00:00Z");

        assertThat(RebuildSales.firstCompleteHour(window, window.minusSeconds(1)))
                .isEqualTo(window);
        assertThat(RebuildSales.firstCompleteHour(window, Instant.parse("2026-11-20T15:30:00Z")))
                .isEqualTo(Instant.parse("2026-11-20T16:00:00Z"));
    }

    private Rebuild rebuild() {
        UUID id = requestRebuild.request("kim").rebuildId();
        return await().until(() -> find(id), found -> found.endedAt() != null);
    }

    private Rebuild find(UUID id) {
        return findRebuilds.newest(new PageQuery(100, null)).items().stream()
                .filter(rebuild -> rebuild.rebuildId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<OrderCompleted> orders(int count, Instant at) {
        return Stream.generate(() -> new OrderCompleted(
                        Uuid7.next(), "u1", List.of(new SoldLine(tea, 1, 500), new SoldLine(cup, 2, 500)), 1_500, at))
                .limit(count)
                .toList();
    }

    private void publish(List<OrderCompleted> orders) {
        publisher.publishAll(orders.stream()
                .map(order -> Outgoing.of(Topics.ORDER_EVENTS, order.orderId(), order))
                .toList());
    }

    private void reject() {
        UUID order = Uuid7.next();
        publisher.publishAll(
                List.of(Outgoing.of(Topics.ORDER_EVENTS, order, new OrderRejected(order, "u1", "OUT_OF_STOCK", now))));
    }

    private void poison() {
        var bad = new ProducerRecord<>(Topics.ORDER_EVENTS, 1, "poison", "not json".getBytes(UTF_8));
        bad.headers().add("ce_type", "order.completed.v1".getBytes(UTF_8)).add("ce_id", "poison".getBytes(UTF_8));
        publisher.await(publisher.send(bad));
    }

    private void awaitSold(long ofTea, long ofCup) {
        await().untilAsserted(() -> {
            assertThat(sold(tea)).isEqualTo(ofTea);
            assertThat(sold(cup)).isEqualTo(ofCup);
        });
    }

    private long sold(long product) {
        return Optional.ofNullable(jdbc.queryForObject(
                        "select sum(quantity) from product_sales_hourly where product_id = ?", Long.class, product))
                .orElse(0L);
    }
}
