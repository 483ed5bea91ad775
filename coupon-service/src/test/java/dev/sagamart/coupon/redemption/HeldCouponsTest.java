package dev.sagamart.coupon.redemption;

import static dev.sagamart.coupon.CouponClient.campaignJson;
import static dev.sagamart.coupon.CouponClient.key;
import static dev.sagamart.coupon.CouponClient.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.coupon.CouponClient;
import dev.sagamart.coupon.CouponClient.Reply;
import dev.sagamart.testsupport.infrastructure.ServiceTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@ServiceTest(database = "coupon")
class HeldCouponsTest {
    @Autowired
    RestTestClient http;

    CouponClient coupons;
    String user = user();

    @BeforeEach
    void connect() {
        coupons = new CouponClient(http);
    }

    @Test
    void a_user_sees_their_coupons_with_terms_and_status_and_nobody_elses() {
        Instant now = Instant.now();
        Reply good = coupons.issueAtLast(coupons.campaign(2), user, key());
        Reply expired = coupons.issueAtLast(
                coupons.campaign(campaignJson(1, now.minusSeconds(60), now.plusSeconds(60), now.minusSeconds(1))),
                user,
                key());

        List<JsonNode> items = await().until(() -> items(coupons.coupons(user, "")), it -> it.size() == 2);

        assertThat(items)
                .extracting(it -> it.get("couponId").asString())
                .containsExactly(expired.text("couponId"), good.text("couponId"));
        assertThat(items).extracting(it -> it.get("status").asString()).containsExactly("EXPIRED", "ISSUED");
        JsonNode item = items.getLast();
        assertThat(item.propertyNames())
                .containsExactlyInAnyOrder(
                        "couponId", "campaignId", "status", "issuedAt", "validFrom", "validUntil", "discount");
        assertThat(item.get("issuedAt").asString()).isEqualTo(good.text("issuedAt"));
        assertThat(item.get("discount").toString()).isEqualTo("{\"type\":\"FIXED\",\"value\":1000}");
        assertThat(items(coupons.coupons(user(), ""))).isEmpty();
    }

    @Test
    void a_long_list_is_read_page_by_page_newest_first() {
        var issued = new ArrayList<UUID>();
        for (int i = 0; i < 5; i++) {
            issued.addFirst(
                    coupons.issueAtLast(coupons.campaign(1), user, key()).couponId());
        }
        await().until(() -> items(coupons.coupons(user, "")).size() == 5);

        Reply first = coupons.coupons(user, "?limit=2");
        Reply second = coupons.coupons(user, "?limit=2&cursor=" + first.text("nextCursor"));
        Reply third = coupons.coupons(user, "?limit=2&cursor=" + second.text("nextCursor"));

        var read = new ArrayList<JsonNode>(items(first));
        read.addAll(items(second));
        read.addAll(items(third));
        assertThat(read)
                .extracting(it -> UUID.fromString(it.get("couponId").asString()))
                .isEqualTo(issued);
        assertThat(third.body().get("nextCursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=101", "?limit=x", "?cursor=x", "?cursor=", "?cursor=MTIzNDU2Nzg5MA"})
    void a_page_that_does_not_exist_is_refused(String query) {
        Reply refused = coupons.coupons(user, query);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void a_list_needs_a_token() {
        assertThat(coupons.get("/v1/coupons", null).code()).isEqualTo("UNAUTHENTICATED");
    }

    private static List<JsonNode> items(Reply page) {
        return page.body().get("items").valueStream().toList();
    }
}
