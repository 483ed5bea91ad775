package dev.sagamart.coupon.issuing;

import static dev.sagamart.coupon.CouponClient.campaignJson;
import static dev.sagamart.coupon.CouponClient.key;
import static dev.sagamart.coupon.CouponClient.user;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.sagamart.coupon.CouponBooks;
import dev.sagamart.coupon.CouponClient;
import dev.sagamart.coupon.CouponClient.Reply;
import dev.sagamart.testsupport.infrastructure.ServiceTest;
import dev.sagamart.testsupport.infrastructure.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest(database = "coupon")
class IssuingTest {
    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HikariDataSource database;

    @Autowired
    RemainingMetrics metrics;

    @Autowired
    MeterRegistry meters;

    CouponClient coupons;

    @BeforeEach
    void connect() {
        coupons = new CouponClient(http);
    }

    @AfterEach
    void the_books_balance() {
        CouponBooks.assertBalanced(jdbc);
    }

    @Test
    void a_user_gets_a_coupon_that_soon_is_in_the_database() {
        long campaign = coupons.campaign(3);
        String user = user();
        String key = key();

        Reply issued = coupons.issue(campaign, user, key);

        assertThat(issued.status()).isEqualTo(201);
        assertThat(issued.body().propertyNames())
                .containsExactlyInAnyOrder("couponId", "campaignId", "position", "issuedAt", "validFrom", "validUntil");
        assertThat(issued.body().get("position").asLong()).isEqualTo(1);
        assertThat(issued.body().get("campaignId").asLong()).isEqualTo(campaign);
        assertThat(issued.couponId().version()).isEqualTo(7);
        assertThat(issued.couponId().variant()).isEqualTo(2);
        assertThat(coupons.remaining(campaign)).isEqualTo(2);
        awaitRows(campaign, 1);
        var row = jdbc.sql("select * from coupon where campaign_id = ?")
                .param(campaign)
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("id", issued.couponId())
                .containsEntry("user_id", user)
                .containsEntry("request_key", key)
                .containsEntry("position", 1L)
                .containsEntry("status", "ISSUED");
    }

    @Test
    void the_same_request_gets_the_same_answer_and_another_one_is_told_of_the_coupon() {
        long campaign = coupons.campaign(3);
        String user = user();
        String key = key();

        Reply first = coupons.issue(campaign, user, key);
        Reply again = coupons.issue(campaign, user, key);
        Reply quoted = coupons.issue(campaign, user, '"' + key + '"');
        Reply other = coupons.issue(campaign, user, key());

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(quoted.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("COUPON_ALREADY_ISSUED");
        assertThat(other.couponId()).isEqualTo(first.couponId());
        assertThat(coupons.remaining(campaign)).isEqualTo(2);
        assertThat(coupons.issue(coupons.campaign(1), user, key).status())
                .as("the same key for another campaign")
                .isEqualTo(201);
    }

    @Test
    void who_comes_too_late_gets_nothing_but_the_winner_keeps_hearing_of_it() {
        long campaign = coupons.campaign(1);
        String winner = user();
        String key = key();
        Reply won = coupons.issue(campaign, winner, key);

        Reply lost = coupons.issue(campaign, user(), key());

        assertThat(lost.status()).isEqualTo(409);
        assertThat(lost.code()).isEqualTo("COUPON_SOLD_OUT");
        assertThat(coupons.issue(campaign, winner, key).body()).isEqualTo(won.body());
    }

    @Test
    void nothing_is_issued_before_and_after_the_issuing_period() {
        Instant now = Instant.now();
        long past = coupons.campaign(campaignJson(1, now.minusSeconds(60), now.minusSeconds(1), now.plusSeconds(60)));
        long longPast = coupons.campaign(
                campaignJson(1, now.minusSeconds(900_000), now.minusSeconds(800_000), now.plusSeconds(60)));
        long future =
                coupons.campaign(campaignJson(1, now.plusSeconds(60), now.plusSeconds(120), now.plusSeconds(180)));

        for (long campaign : List.of(past, longPast, future)) {
            Reply refused = coupons.issueAtLast(campaign, user(), key());
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("CAMPAIGN_NOT_OPEN");
            assertThat(coupons.remaining(campaign)).isEqualTo(1);
        }
    }

    @Test
    void a_request_needs_a_token_a_key_a_campaign_and_no_body() {
        long campaign = coupons.campaign(1);
        String path = "/v1/coupon-campaigns/" + campaign + "/coupons";

        assertThat(coupons.exchange(HttpMethod.POST, path, null, key(), null).status())
                .isEqualTo(401);
        assertThat(coupons.exchange(HttpMethod.POST, path, null, null, Tokens.user("u1"))
                        .code())
                .isEqualTo("IDEMPOTENCY_KEY_MISSING");
        assertThat(coupons.exchange(HttpMethod.POST, path, null, "a b c d e f", Tokens.user("u1"))
                        .code())
                .isEqualTo("IDEMPOTENCY_KEY_MALFORMED");
        assertThat(coupons.exchange(HttpMethod.POST, path, "{}", key(), Tokens.user("u1"))
                        .code())
                .isEqualTo("MALFORMED_REQUEST");
        assertThat(coupons.exchange(HttpMethod.GET, path, null, null, Tokens.user("u1"))
                        .code())
                .isEqualTo("METHOD_NOT_ALLOWED");
        Reply unknown = coupons.issue(Long.MAX_VALUE, user(), key());
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.code()).isEqualTo("CAMPAIGN_NOT_FOUND");
        assertThat(coupons.remaining(campaign)).isEqualTo(1);
    }

    /** Whoever asked it would wait for a connection, in vain. */
    @Test
    void nobody_who_wants_a_coupon_waits_for_the_database() throws Exception {
        long campaign = coupons.campaign(5);
        await().until(() -> coupons.remaining(campaign) == 5);
        var all = new ArrayList<Connection>();
        List<Reply> replies;
        try {
            for (int i = 0; i < database.getMaximumPoolSize(); i++) {
                all.add(database.getConnection());
            }
            replies = atOnce(20, i -> coupons.issue(campaign, "rush-" + campaign + "-" + i, key()));
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }

        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(5);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 201)
                .allMatch(lost -> lost.code().equals("COUPON_SOLD_OUT"));
        awaitRows(campaign, 5);
    }

    @Test
    void one_user_with_100_requests_at_once_gets_one_coupon() throws Exception {
        long campaign = coupons.campaign(100);
        String user = user();

        List<Reply> replies = atOnce(100, i -> coupons.issueAtLast(campaign, user, "request-" + i));

        var byStatus = replies.stream().collect(groupingBy(Reply::status));
        assertThat(byStatus.get(201)).hasSize(1);
        Reply won = byStatus.get(201).getFirst();
        assertThat(byStatus.get(409)).hasSize(99).allSatisfy(refused -> {
            assertThat(refused.code()).isEqualTo("COUPON_ALREADY_ISSUED");
            assertThat(refused.couponId()).isEqualTo(won.couponId());
        });
        assertThat(coupons.remaining(campaign)).isEqualTo(99);
        awaitRows(campaign, 1);
    }

    @Test
    void of_1000_users_100_win() throws Exception {
        long campaign = coupons.campaign(100);

        List<Reply> replies = atOnce(1000, i -> coupons.issueAtLast(campaign, "rush-" + campaign + "-" + i, key()));

        var byStatus = replies.stream().collect(groupingBy(Reply::status));
        assertThat(byStatus.get(201)).hasSize(100);
        assertThat(byStatus.get(409)).hasSize(900).allMatch(lost -> lost.code().equals("COUPON_SOLD_OUT"));
        assertThat(coupons.remaining(campaign)).isZero();
        awaitRows(campaign, 100);
        assertThat(jdbc.sql("select id from coupon where campaign_id = ?")
                        .param(campaign)
                        .query((row, number) -> row.getString(1))
                        .list())
                .containsExactlyInAnyOrderElementsOf(byStatus.get(201).stream()
                        .map(won -> won.text("couponId"))
                        .toList());
        assertThat(byStatus.get(201))
                .extracting(won -> won.body().get("position").asLong())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 100).mapToObj(Long::valueOf).toList());
        assertThat(byStatus.get(201))
                .allSatisfy(won -> assertThat(jdbc.sql("select position from coupon where id = ?")
                                .param(won.couponId())
                                .query(Long.class)
                                .single())
                        .isEqualTo(won.body().get("position").asLong()));
    }

    @Test
    void how_many_are_left_of_a_running_campaign_is_a_metric() {
        long campaign = coupons.campaign(3);
        coupons.issue(campaign, user(), key());

        metrics.count();

        assertThat(meters.get("sagamart.coupons.remaining")
                        .tag("campaign", Long.toString(campaign))
                        .gauge()
                        .value())
                .isEqualTo(2);
    }

    private void awaitRows(long campaign, long count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> CouponBooks.rows(jdbc, campaign) == count);
    }

    private static List<Reply> atOnce(int count, IntFunction<Reply> request) throws Exception {
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Reply>> requests = IntStream.range(0, count)
                    .<Callable<Reply>>mapToObj(i -> () -> request.apply(i))
                    .toList();
            return crowd.invokeAll(requests).stream()
                    .map(future -> future.resultNow())
                    .toList();
        }
    }
}
