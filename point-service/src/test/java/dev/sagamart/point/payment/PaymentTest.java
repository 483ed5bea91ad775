package dev.sagamart.point.payment;

import static dev.sagamart.testsupport.probes.TopicProbe.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.contracts.SagaMessage;
import dev.sagamart.contracts.Topics;
import dev.sagamart.contracts.point.DeductPoints;
import dev.sagamart.contracts.point.DeductPointsRejected;
import dev.sagamart.contracts.point.PointsDeducted;
import dev.sagamart.contracts.point.PointsRefunded;
import dev.sagamart.contracts.point.RefundPoints;
import dev.sagamart.messaging.MessageCodec;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.Publisher;
import dev.sagamart.messaging.Uuid7;
import dev.sagamart.point.PointServiceTest;
import dev.sagamart.testsupport.infrastructure.Infrastructure;
import dev.sagamart.testsupport.probes.TopicProbe;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class PaymentTest extends PointServiceTest {
    @Autowired
    Publisher publisher;

    @Autowired
    MessageCodec codec;

    private final UUID order = Uuid7.next();
    private TopicProbe replies;

    @BeforeEach
    void listen() {
        replies = TopicProbe.on(Topics.ORDER_REPLIES);
    }

    @AfterEach
    void hang_up() {
        replies.close();
    }

    @Test
    void an_order_is_paid_from_the_points_of_its_user() {
        String user = someoneWith(1000);

        send(new DeductPoints(order, user, 700));

        assertThat(reply(order)).isEqualTo(new PointsDeducted(order, 700, 300));
        assertThat(balance(user)).isEqualTo(300);
    }

    @Test
    void an_order_may_cost_the_last_point() {
        String user = someoneWith(700);

        send(new DeductPoints(order, user, 700));

        assertThat(reply(order)).isEqualTo(new PointsDeducted(order, 700, 0));
    }

    @Test
    void an_order_beyond_the_balance_takes_nothing() {
        String user = someoneWith(699);

        send(new DeductPoints(order, user, 700));

        assertThat(reply(order)).isInstanceOfSatisfying(DeductPointsRejected.class, it -> {
            assertThat(it.code()).isEqualTo("INSUFFICIENT_POINTS");
            assertThat(it.detail()).contains("700").contains("699");
        });
        assertThat(balance(user)).isEqualTo(699);
    }

    @Test
    void a_user_who_never_charged_has_nothing_to_pay_with() {
        send(new DeductPoints(order, someone(), 1));

        assertThat(reply(order)).isInstanceOf(DeductPointsRejected.class);
    }

    @Test
    void a_refund_gives_back_what_was_taken_to_whom_it_was_taken_from() {
        String user = someoneWith(1000);
        String stranger = someoneWith(1);
        send(new DeductPoints(order, user, 700));
        reply(order);

        send(new RefundPoints(order, stranger));

        assertThat(replies(order, 2).getLast()).isEqualTo(new PointsRefunded(order));
        assertThat(balance(user)).isEqualTo(1000);
        assertThat(balance(stranger)).isEqualTo(1);
    }

    @Test
    void a_refund_is_never_refused_for_the_limit() {
        String user = someoneWith(100_000_000);
        send(new DeductPoints(order, user, 500));
        reply(order);
        charge(user, 500).expectStatus().isCreated();

        send(new RefundPoints(order, user));

        assertThat(replies(order, 2).getLast()).isEqualTo(new PointsRefunded(order));
        assertThat(balance(user)).isEqualTo(100_000_500);
    }

    @Test
    void a_refused_order_has_nothing_to_refund() {
        String user = someoneWith(10);
        send(new DeductPoints(order, user, 11));
        reply(order);

        send(new RefundPoints(order, user));

        assertThat(replies(order, 2).getLast()).isEqualTo(new PointsRefunded(order));
        assertThat(balance(user)).isEqualTo(10);
    }

    @Test
    void a_repeated_command_gets_the_same_reply_and_has_no_effect() {
        String user = someoneWith(1000);
        send(new DeductPoints(order, user, 700));
        SagaMessage first = reply(order);
        charge(user, 5000);

        send(new DeductPoints(order, user, 700));

        assertThat(replies(order, 2)).containsOnly(first);
        assertThat(balance(user)).isEqualTo(5300);
    }

    @Test
    void a_repeated_refund_gives_back_once() {
        String user = someoneWith(1000);
        send(new DeductPoints(order, user, 700));

        send(new RefundPoints(order, user));
        send(new RefundPoints(order, user));

        assertThat(replies(order, 3).subList(1, 3)).containsOnly(new PointsRefunded(order));
        assertThat(balance(user)).isEqualTo(1000);
        assertThat(entries(user, "REFUND")).isOne();
    }

    @Test
    void a_payment_that_comes_after_its_refund_is_refused() {
        String user = someoneWith(1000);
        send(new RefundPoints(order, user));
        assertThat(reply(order)).isEqualTo(new PointsRefunded(order));

        send(new DeductPoints(order, user, 700));

        assertThat(replies(order, 2).getLast()).isInstanceOf(DeductPointsRejected.class);
        assertThat(balance(user)).isEqualTo(1000);
    }

    @Test
    void duplicates_and_a_refund_in_one_batch_have_one_effect_each() throws Exception {
        String user = someoneWith(1000);
        String slow = someoneWith(1);

        whileLocked(slow, () -> {
            send(new DeductPoints(Uuid7.next(), slow, 1));
            send(new DeductPoints(order, user, 700));
            send(new DeductPoints(order, user, 700));
            send(new RefundPoints(order, user));
            send(new RefundPoints(order, user));
        });

        assertThat(replies(order, 4))
                .containsExactly(
                        new PointsDeducted(order, 700, 300),
                        new PointsDeducted(order, 700, 300),
                        new PointsRefunded(order),
                        new PointsRefunded(order));
        assertThat(balance(user)).isEqualTo(1000);
        assertThat(entries(user, "ORDER")).isOne();
        assertThat(entries(user, "REFUND")).isOne();
    }

    @Test
    void five_hundred_orders_of_one_user_are_paid_in_few_transactions() throws Exception {
        String user = someoneWith(499_000);
        List<UUID> orders = IntStream.range(0, 500).mapToObj(i -> Uuid7.next()).toList();

        whileLocked(
                user,
                () -> publisher.publishAll(orders.stream()
                        .map(id -> command(new DeductPoints(id, user, 1000)))
                        .toList()));

        List<SagaMessage> answers = replies.await(500, it -> isReplyTo(orders, it)).stream()
                .map(this::decode)
                .toList();
        assertThat(answers).hasSize(500);
        assertThat(answers).filteredOn(DeductPointsRejected.class::isInstance).hasSize(1);
        assertThat(balance(user)).isZero();
        assertThat(entries(user, "ORDER")).isEqualTo(499);
        assertThat(transactionsOf(user)).isLessThan(20);
    }

    private int transactionsOf(String user) {
        return jdbc.queryForObject(
                "select count(distinct xmin::text) from ledger where user_id = ?", Integer.class, user);
    }

    @Test
    void charges_and_payments_of_one_user_at_once_all_count() {
        String user = someoneWith(1000);
        List<UUID> orders = IntStream.range(0, 100).mapToObj(i -> Uuid7.next()).toList();

        for (UUID id : orders) {
            send(new DeductPoints(id, user, 10));
            charge(user, 10).expectStatus().isCreated();
        }

        replies.await(100, it -> isReplyTo(orders, it));
        assertThat(balance(user)).isEqualTo(1000);
        assertThat(entries(user, "ORDER")).isEqualTo(100);
    }

    @Test
    void the_reply_goes_to_the_partition_that_was_asked_for() {
        String user = someoneWith(10);

        publisher.publishAll(List.of(command(new DeductPoints(order, user, 1)).withReplyPartition(4)));

        assertThat(replies.await(1, it -> isReplyTo(List.of(order), it))
                        .getFirst()
                        .partition())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "{\"orderId\":\"0199d0c0-0000-7000-8000-000000000001\",\"userId\":\"u1\"}",
                "{\"orderId\":\"0199d0c0-0000-7000-8000-000000000001\",\"userId\":\"u1\",\"amount\":0}",
                "{\"orderId\":\"0199d0c0-0000-7000-8000-000000000001\",\"userId\":\"u1\",\"amount\":-5}",
                "{\"orderId\":\"0199d0c0-0000-7000-8000-000000000001\",\"userId\":\"a b\",\"amount\":5}"
            })
    void poison_becomes_a_dead_letter_once_and_hurts_nobody_else(String poison) {
        String user = someoneWith(1000);
        List<UUID> orders = IntStream.range(0, 6).mapToObj(i -> Uuid7.next()).toList();
        String letter = Uuid7.next().toString();

        try (var dead = TopicProbe.on(Topics.deadLetter(Topics.POINT_COMMANDS))) {
            for (int i = 0; i < 6; i++) {
                publisher.publishAll(List.of(onPartition(i % 2, new DeductPoints(orders.get(i), user, 1))));
                if (i == 2) {
                    publisher.await(publisher.send(poison(letter, poison)));
                }
            }

            assertThat(replies.await(6, it -> isReplyTo(orders, it))).hasSize(6);
            assertThat(dead.await(1, it -> letter.equals(it.key())))
                    .singleElement()
                    .satisfies(it -> {
                        assertThat(it.partition()).isZero();
                        assertThat(TopicProbe.text(it)).isEqualTo(poison);
                        assertThat(header(it, "dlt-reason")).isPresent();
                    });
        }
        assertThat(balance(user)).isEqualTo(994);
    }

    private static ProducerRecord<String, byte[]> poison(String key, String value) {
        var result = new ProducerRecord<>(Topics.POINT_COMMANDS, 0, key, value.getBytes());
        result.headers().add("ce_id", key.getBytes()).add("ce_type", "point.deduct.v1".getBytes());
        return result;
    }

    /** Lets no transaction touch the user's wallet meanwhile, so that commands pile up and come as one batch. */
    private void whileLocked(String user, Runnable action) throws Exception {
        try (Connection other = Infrastructure.connect("point")) {
            other.setAutoCommit(false);
            try (var lock = other.prepareStatement("select 1 from wallet where user_id = ? for update")) {
                lock.setString(1, user);
                lock.executeQuery();
            }
            action.run();
            other.rollback();
        }
    }

    private void send(SagaMessage message) {
        publisher.publishAll(List.of(command(message)));
    }

    private static Outgoing command(SagaMessage command) {
        return onPartition(1, command);
    }

    private static Outgoing onPartition(int partition, SagaMessage command) {
        String user = command instanceof DeductPoints deduct ? deduct.userId() : ((RefundPoints) command).userId();
        return new Outgoing(Uuid7.next(), Topics.POINT_COMMANDS, user, partition, command, null, null);
    }

    private SagaMessage reply(UUID id) {
        return replies(id, 1).getFirst();
    }

    private List<SagaMessage> replies(UUID id, int count) {
        return replies.await(count, it -> isReplyTo(List.of(id), it)).stream()
                .map(this::decode)
                .toList();
    }

    private static boolean isReplyTo(List<UUID> orders, ConsumerRecord<String, byte[]> reply) {
        return orders.contains(UUID.fromString(reply.key()));
    }

    private SagaMessage decode(ConsumerRecord<String, byte[]> reply) {
        return (SagaMessage)
                codec.decode(reply, PaymentParticipant.REPLIES).orElseThrow().body();
    }
}
