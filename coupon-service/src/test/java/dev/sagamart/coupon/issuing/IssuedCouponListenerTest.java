package dev.sagamart.coupon.issuing;

import static dev.sagamart.coupon.CouponClient.user;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.contracts.Topics;
import dev.sagamart.contracts.coupon.CouponIssued;
import dev.sagamart.coupon.CouponBooks;
import dev.sagamart.coupon.CouponClient;
import dev.sagamart.messaging.CloudEventHeaders;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.Publisher;
import dev.sagamart.messaging.Uuid7;
import dev.sagamart.testsupport.infrastructure.ServiceTest;
import dev.sagamart.testsupport.probes.TopicProbe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest(database = "coupon")
class IssuedCouponListenerTest {
    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Publisher publisher;

    CouponClient coupons;
    TopicProbe dead;

    @BeforeEach
    void connect() {
        coupons = new CouponClient(http);
        dead = TopicProbe.on(Topics.deadLetter(Topics.COUPON_EVENTS));
    }

    @AfterEach
    void the_books_balance() {
        dead.close();
        CouponBooks.assertBalanced(jdbc);
    }

    @Test
    void repeated_events_count_once() {
        long campaign = coupons.campaign(300);
        List<Outgoing> events = LongStream.rangeClosed(1, 300)
                .mapToObj(position -> issued(campaign, user(), position))
                .toList();

        publisher.publishAll(events);
        publisher.publishAll(events);
        publisher.publishAll(events.subList(0, 7));

        awaitRows(campaign, 300);
        var next = issued(coupons.campaign(1), user(), 1);
        publisher.publishAll(List.of(next));
        awaitRows(((CouponIssued) next.body()).campaignId(), 1);
        assertThat(CouponBooks.rows(jdbc, campaign)).isEqualTo(300);
    }

    @Test
    void one_user_never_has_two_coupons_of_a_campaign() {
        long campaign = coupons.campaign(5);
        String user = user();
        Outgoing first = issued(campaign, user, 1);

        publisher.publishAll(List.of(first));
        publisher.publishAll(List.of(issued(campaign, user, 2)));
        publisher.publishAll(List.of(issued(campaign, user(), 3)));

        awaitRows(campaign, 2);
        assertThat(jdbc.sql("select id from coupon where campaign_id = ? and user_id = ?")
                        .params(campaign, user)
                        .query(UUID.class)
                        .list())
                .containsExactly(((CouponIssued) first.body()).couponId());
    }

    @Test
    void a_coupon_too_many_is_dead_lettered_and_the_others_are_kept() {
        long full = coupons.campaign(3);
        long healthy = coupons.campaign(3);

        publisher.publishAll(LongStream.rangeClosed(1, 4)
                .mapToObj(position -> onPartition(2, issued(full, user(), position)))
                .toList());
        publisher.publishAll(LongStream.rangeClosed(1, 3)
                .mapToObj(position -> issued(healthy, user(), position))
                .toList());

        awaitRows(full, 3);
        awaitRows(healthy, 3);
        assertThat(dead.await(1, letter -> isOf(full, letter)))
                .singleElement()
                .extracting(TopicProbe::text)
                .asString()
                .contains("\"position\":4");
    }

    @Test
    void poison_and_unknown_campaigns_hurt_nobody() {
        long campaign = coupons.campaign(20);
        String marker = user();
        var poison = new ProducerRecord<>(Topics.COUPON_EVENTS, 1, marker, "not JSON".getBytes(UTF_8));
        poison.headers().add(CloudEventHeaders.ID, marker.getBytes(UTF_8));
        poison.headers().add(CloudEventHeaders.TYPE, "coupon.issued.v1".getBytes(UTF_8));
        Outgoing unknown = onPartition(3, issued(Long.MAX_VALUE, marker, 1));

        publisher.await(publisher.send(poison));
        publisher.publishAll(List.of(unknown));
        publisher.publishAll(LongStream.rangeClosed(1, 20)
                .mapToObj(position -> issued(campaign, user(), position))
                .toList());

        awaitRows(campaign, 20);
        assertThat(dead.await(2, letter -> marker.equals(letter.key())))
                .extracting(ConsumerRecord::partition)
                .containsExactlyInAnyOrder(1, 3);
    }

    private static Outgoing issued(long campaign, String user, long position) {
        var event = new CouponIssued(Uuid7.next(), campaign, user, position, Instant.now(), null);
        return Outgoing.of(Topics.COUPON_EVENTS, user, event);
    }

    private static Outgoing onPartition(int partition, Outgoing it) {
        return new Outgoing(it.id(), it.topic(), it.key(), partition, it.body(), null, null);
    }

    private static boolean isOf(long campaign, ConsumerRecord<String, byte[]> letter) {
        return TopicProbe.text(letter).contains("\"campaignId\":" + campaign + ",");
    }

    private void awaitRows(long campaign, long count) {
        await().atMost(Duration.ofSeconds(30)).until(() -> CouponBooks.rows(jdbc, campaign) == count);
    }
}
