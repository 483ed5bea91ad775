package dev.sagamart.coupon.redemption;

import static dev.sagamart.coupon.CouponClient.campaignJson;
import static dev.sagamart.coupon.CouponClient.key;
import static dev.sagamart.coupon.CouponClient.user;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.contracts.SagaMessage;
import dev.sagamart.contracts.Topics;
import dev.sagamart.contracts.coupon.CouponRestored;
import dev.sagamart.contracts.coupon.CouponUseRejected;
import dev.sagamart.contracts.coupon.CouponUsed;
import dev.sagamart.contracts.coupon.RestoreCoupon;
import dev.sagamart.contracts.coupon.UseCoupon;
import dev.sagamart.coupon.CouponBooks;
import dev.sagamart.coupon.CouponClient;
import dev.sagamart.coupon.CouponSaga;
import dev.sagamart.messaging.CloudEventHeaders;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.Publisher;
import dev.sagamart.messaging.Received;
import dev.sagamart.messaging.Uuid7;
import dev.sagamart.messaging.participant.CommandSubscription;
import dev.sagamart.testsupport.infrastructure.ServiceTest;
import dev.sagamart.testsupport.probes.TopicProbe;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest(database = "coupon")
class RedemptionTest {
    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Publisher publisher;

    @Autowired
    CommandSubscription<Map<UUID, Coupon>> subscription;

    @Autowired
    PlatformTransactionManager transactions;

    CouponClient coupons;
    CouponSaga saga;
    UUID order = Uuid7.next();
    String user = user();

    @BeforeEach
    void connect() {
        coupons = new CouponClient(http);
        saga = new CouponSaga(publisher);
    }

    @AfterEach
    void the_books_balance() {
        saga.close();
        CouponBooks.assertBalanced(jdbc);
    }

    @Test
    void a_coupon_can_be_used_right_after_its_201() {
        long campaign = coupons.campaign(50);

        for (int i = 0; i < 50; i++) {
            String winner = user();
            UUID coupon = coupons.issueAtLast(campaign, winner, key()).couponId();
            UUID itsOrder = Uuid7.next();
            saga.send(new UseCoupon(itsOrder, winner, coupon));

            assertThat(saga.replies(itsOrder, 1))
                    .containsExactly(new CouponUsed(itsOrder, coupon, "FIXED", 1000, null));
        }
    }

    @Test
    void the_terms_come_with_the_use() {
        long campaign = coupons.campaign(
                campaignJson(1).replace("\"FIXED\",\"value\":1000", "\"PERCENT\",\"value\":15,\"maxAmount\":3000"));
        UUID coupon = coupons.issueAtLast(campaign, user, key()).couponId();

        assertThat(saga.ask(new UseCoupon(order, user, coupon)))
                .isEqualTo(new CouponUsed(order, coupon, "PERCENT", 15, 3000L));
        assertThat(statuses()).containsExactly("USED");
    }

    @Test
    void a_coupon_that_cannot_be_used_says_why() {
        UUID used = coupon();
        saga.ask(new UseCoupon(order, user, used));
        Instant now = Instant.now();
        UUID expired = coupons.issueAtLast(
                        coupons.campaign(
                                campaignJson(1, now.minusSeconds(60), now.plusSeconds(60), now.minusSeconds(1))),
                        user,
                        key())
                .couponId();

        assertThat(refusal(new UseCoupon(Uuid7.next(), user, Uuid7.next()))).isEqualTo("COUPON_NOT_FOUND");
        assertThat(refusal(new UseCoupon(Uuid7.next(), user(), coupon()))).isEqualTo("COUPON_NOT_OWNED");
        assertThat(refusal(new UseCoupon(Uuid7.next(), user(), used))).isEqualTo("COUPON_NOT_OWNED");
        assertThat(refusal(new UseCoupon(Uuid7.next(), user, used))).isEqualTo("COUPON_ALREADY_USED");
        assertThat(refusal(new UseCoupon(Uuid7.next(), user, expired))).isEqualTo("COUPON_NOT_IN_PERIOD");
    }

    @Test
    void a_restored_coupon_can_be_used_by_another_order() {
        UUID coupon = coupon();
        saga.ask(new UseCoupon(order, user, coupon));

        saga.send(new RestoreCoupon(order, user, coupon));

        assertThat(saga.replies(order, 2).getLast()).isEqualTo(new CouponRestored(order));
        assertThat(statuses()).containsExactly("ISSUED");
        assertThat(saga.ask(new UseCoupon(Uuid7.next(), user, coupon))).isInstanceOf(CouponUsed.class);
    }

    @Test
    void a_restore_undoes_only_what_its_own_order_did() {
        UUID coupon = coupon();
        UUID refused = Uuid7.next();
        saga.ask(new UseCoupon(order, user, coupon));
        saga.ask(new UseCoupon(refused, user, coupon));

        saga.send(new RestoreCoupon(refused, user, coupon));

        assertThat(saga.replies(refused, 2).getLast()).isEqualTo(new CouponRestored(refused));
        assertThat(statuses()).containsExactly("USED");
    }

    @Test
    void a_repeated_command_gets_the_same_reply_and_does_nothing() {
        UUID coupon = coupon();
        var use = new UseCoupon(order, user, coupon);

        saga.send(use, use);
        saga.replies(order, 2);
        saga.send(use);

        assertThat(saga.replies(order, 3)).hasSize(3).containsOnly(new CouponUsed(order, coupon, "FIXED", 1000, null));
    }

    @Test
    void an_action_after_its_compensation_is_refused() {
        UUID coupon = coupon();

        saga.send(new RestoreCoupon(order, user, coupon), new UseCoupon(order, user, coupon));

        List<SagaMessage> replies = saga.replies(order, 2);
        assertThat(replies.getFirst()).isEqualTo(new CouponRestored(order));
        assertThat(replies.getLast()).isInstanceOf(CouponUseRejected.class);
        assertThat(statuses()).containsExactly("ISSUED");
    }

    @Test
    void a_whole_story_fits_into_one_batch() {
        UUID coupon = coupon();
        UUID next = Uuid7.next();
        var use = new UseCoupon(order, user, coupon);
        var restore = new RestoreCoupon(order, user, coupon);

        List<SagaMessage> replies = handle(use, use, restore, use, restore, new UseCoupon(next, user, coupon));

        assertThat(replies)
                .extracting(reply -> reply.getClass().getSimpleName())
                .containsExactly(
                        "CouponUsed", "CouponUsed", "CouponRestored", "CouponUsed", "CouponRestored", "CouponUsed");
        assertThat(jdbc.sql("select order_id from coupon where id = ?")
                        .param(coupon)
                        .query(UUID.class)
                        .single())
                .isEqualTo(next);
    }

    @Test
    void of_500_orders_for_one_coupon_exactly_one_gets_it() {
        UUID coupon = coupon();
        List<UUID> orders = IntStream.range(0, 500).mapToObj(i -> Uuid7.next()).toList();

        saga.send(orders.stream().map(it -> new UseCoupon(it, user, coupon)).toArray(SagaMessage[]::new));

        List<SagaMessage> replies = saga.replies(orders);
        assertThat(replies).filteredOn(CouponUsed.class::isInstance).hasSize(1);
        assertThat(replies)
                .filteredOn(CouponUseRejected.class::isInstance)
                .hasSize(499)
                .allMatch(refused -> ((CouponUseRejected) refused).code().equals("COUPON_ALREADY_USED"));
    }

    @Test
    void a_poison_command_hurts_nobody_and_is_kept_once() {
        UUID healthy = coupon();
        var poison =
                new ProducerRecord<>(Topics.COUPON_COMMANDS, 0, order.toString(), "{\"orderId\":7}".getBytes(UTF_8));
        poison.headers().add(CloudEventHeaders.ID, order.toString().getBytes(UTF_8));
        poison.headers().add(CloudEventHeaders.TYPE, "coupon.use.v1".getBytes(UTF_8));
        var unknown = new ProducerRecord<>(Topics.COUPON_COMMANDS, 1, order.toString(), "{}".getBytes(UTF_8));
        unknown.headers().add(CloudEventHeaders.TYPE, "coupon.burn.v1".getBytes(UTF_8));

        try (TopicProbe dead = TopicProbe.on(Topics.deadLetter(Topics.COUPON_COMMANDS))) {
            publisher.await(publisher.send(poison));
            publisher.await(publisher.send(unknown));
            var stranger = Uuid7.next();
            publisher.publishAll(IntStream.range(0, 6)
                    .mapToObj(partition -> onPartition(partition, new UseCoupon(Uuid7.next(), user, stranger)))
                    .toList());

            assertThat(saga.ask(new UseCoupon(order, user, healthy))).isInstanceOf(CouponUsed.class);
            dead.await(2, letter -> order.toString().equals(letter.key()));
            saga.ask(new UseCoupon(Uuid7.next(), user, healthy));
            assertThat(dead.records(letter -> order.toString().equals(letter.key())))
                    .extracting(letter -> letter.partition())
                    .containsExactlyInAnyOrder(0, 1);
        }
    }

    private static Outgoing onPartition(int partition, SagaMessage command) {
        Outgoing it = CouponSaga.command(command);
        return new Outgoing(it.id(), it.topic(), it.key(), partition, it.body(), null, null);
    }

    private UUID coupon() {
        return coupons.issueAtLast(coupons.campaign(1), user, key()).couponId();
    }

    private String refusal(UseCoupon use) {
        return ((CouponUseRejected) saga.ask(use)).code();
    }

    private List<String> statuses() {
        return coupons.coupons(user, "")
                .body()
                .get("items")
                .valueStream()
                .map(item -> item.get("status").asString())
                .toList();
    }

    /** As one poll. */
    private List<SagaMessage> handle(SagaMessage... commands) {
        List<Received> batch = Stream.of(commands)
                .map(command -> new Received(Uuid7.next().toString(), command, null, 0, 0, null, null))
                .toList();
        return new TransactionTemplate(transactions)
                .execute(status -> subscription.handle(batch)).stream()
                        .map(reply -> (SagaMessage) reply.body())
                        .toList();
    }
}
