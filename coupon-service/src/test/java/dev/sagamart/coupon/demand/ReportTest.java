package dev.sagamart.coupon.demand;

import static dev.sagamart.coupon.CouponClient.campaignJson;
import static dev.sagamart.coupon.CouponClient.key;
import static dev.sagamart.coupon.CouponClient.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.coupon.CouponClient;
import dev.sagamart.coupon.CouponClient.Reply;
import dev.sagamart.testsupport.infrastructure.ServiceTest;
import dev.sagamart.testsupport.infrastructure.Tokens;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@ServiceTest(database = "coupon")
class ReportTest {
    static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient jdbc;

    CouponClient coupons;

    @BeforeEach
    void connect() {
        coupons = new CouponClient(http);
    }

    @Test
    void an_admin_sees_who_asked_and_who_was_served() {
        long campaign = coupons.campaign(3);
        String winner = user();
        String key = key();
        coupons.issueAtLast(campaign, winner, key);
        for (int i = 0; i < 2; i++) {
            coupons.issueAtLast(campaign, user(), key());
        }
        for (int i = 0; i < 5; i++) {
            assertThat(coupons.issue(campaign, user(), key()).code()).isEqualTo("COUPON_SOLD_OUT");
        }
        coupons.issue(campaign, winner, key);

        JsonNode report =
                await().until(() -> report(campaign), it -> number(it, "requests") >= 9 && number(it, "granted") == 3);

        assertThat(number(report, "campaignId")).isEqualTo(campaign);
        assertThat(number(report, "quantity")).isEqualTo(3);
        assertThat(report.get("ended").asBoolean()).isFalse();
        assertThat(number(report, "refused")).isEqualTo(5);
        assertThat(number(report, "requests")).isEqualTo(9 + number(report, "unanswered"));
        assertThat(report.get("soldOutAt").isString()).isTrue();
        assertThat(report.get("fairness").toString())
                .startsWith("{\"nobodyOvertaken\":true,\"overtaken\":0,\"positions\":3,\"lastPosition\":3,");
        assertThat(number(report, "stepSeconds")).isPositive();
        for (String figure : new String[] {"requests", "granted", "refused", "unanswered"}) {
            assertThat(report.get("timeline")
                            .valueStream()
                            .mapToLong(part -> number(part, figure))
                            .sum())
                    .as(figure)
                    .isEqualTo(number(report, figure));
        }
    }

    @Test
    void a_campaign_that_nobody_wanted_has_an_empty_report() {
        JsonNode report = report(endedCampaign(5));

        assertThat(report.get("ended").asBoolean()).isTrue();
        assertThat(number(report, "requests")).isZero();
        assertThat(report.get("soldOutAt").isNull()).isTrue();
        assertThat(report.get("timeline").isEmpty()).isTrue();
        assertThat(report.at("/fairness/nobodyOvertaken").asBoolean()).isTrue();
    }

    @Test
    void who_was_refused_before_a_coupon_went_to_somebody_else_was_overtaken() {
        long campaign = endedCampaign(3);
        coupon(campaign, 1, TEN);
        coupon(campaign, 2, TEN.plusMillis(700));
        demand(campaign, TEN, 4, 2, 2L);
        demand(campaign, TEN.plusSeconds(60), 7, 7, 3L);
        assertThat(report(campaign).at("/fairness/overtaken").asLong()).isZero();

        coupon(campaign, 3, TEN.plusMillis(400));

        JsonNode report = report(campaign);
        assertThat(report.get("fairness").toString())
                .isEqualTo("{\"nobodyOvertaken\":false,\"overtaken\":2,\"positions\":3,\"lastPosition\":3,"
                        + "\"widestSwapMillis\":300}");
        assertThat(report.get("soldOutAt").asString()).isEqualTo("2026-03-01T10:00:00.700Z");
        assertThat(report.get("timeline").toString()).isEqualTo("""
                        [{"from":"2026-03-01T10:00:00Z","requests":4,"granted":3,"refused":2,"unanswered":0,"lastPosition":3},\
                        {"from":"2026-03-01T10:01:00Z","requests":7,"granted":0,"refused":7,"unanswered":0,"lastPosition":0}]""");
    }

    @Test
    void a_position_given_twice_is_not_fair() {
        long campaign = endedCampaign(3);
        coupon(campaign, 1, TEN);
        coupon(campaign, 1, TEN.plusMillis(1));

        assertThat(report(campaign).at("/fairness/nobodyOvertaken").asBoolean()).isFalse();
    }

    @Test
    void a_report_is_for_admins_and_about_a_campaign() {
        long campaign = endedCampaign(1);

        assertThat(coupons.get(path(campaign), null).code()).isEqualTo("UNAUTHENTICATED");
        assertThat(coupons.get(path(campaign), Tokens.user("u1")).code()).isEqualTo("FORBIDDEN");
        assertThat(coupons.get(path(Long.MAX_VALUE), Tokens.admin("root")).code())
                .isEqualTo("CAMPAIGN_NOT_FOUND");
    }

    private JsonNode report(long campaign) {
        Reply reply = coupons.get(path(campaign), Tokens.admin("root"));
        assertThat(reply.status()).isEqualTo(200);
        return reply.body();
    }

    private static String path(long campaign) {
        return "/v1/coupon-campaigns/" + campaign + "/report";
    }

    private static long number(JsonNode node, String field) {
        return node.get(field).asLong();
    }

    /** So long ago that nobody compares it with Redis. */
    private long endedCampaign(long quantity) {
        return coupons.campaign(
                campaignJson(quantity, TEN.minusSeconds(60), TEN.plusSeconds(600), TEN.plusSeconds(900)));
    }

    private void coupon(long campaign, long position, Instant time) {
        jdbc.sql("""
                        with added as (
                            insert into coupon (id, campaign_id, user_id, position, issued_at) values (?, ?, ?, ?, ?)
                            returning id, campaign_id, user_id, position, issued_at
                        ), counted as (
                            update campaign set issued = issued + 1 where id = ?
                        )
                        insert into issuance select *, now() from added""")
                .params(UUID.randomUUID(), campaign, user(), position, Timestamp.from(time), campaign)
                .update();
    }

    private void demand(long campaign, Instant second, long requests, long refused, long refusedAfter) {
        jdbc.sql("insert into issuing_demand values (?, ?, ?, ?, ?, 0)")
                .params(campaign, Timestamp.from(second), requests, refused, refusedAfter)
                .update();
    }
}
