package dev.sagamart.systemtests.contract;

import static dev.sagamart.systemtests.contract.Problems.assertInvalid;
import static dev.sagamart.systemtests.contract.Problems.assertProblem;
import static dev.sagamart.systemtests.shop.Shop.fixed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.systemtests.http.Reply;
import dev.sagamart.systemtests.shop.Pages;
import dev.sagamart.systemtests.shop.Shop;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@Order(2)
class CouponsContractIT extends ContractTest {

    CouponsContractIT(SuiteUnderTest suite) {
        super(suite);
    }

    @Test
    void a_campaign_is_made_and_anybody_sees_what_is_left() {
        Map<String, Object> campaign = Shop.campaign(Map.of("type", "PERCENT", "value", 20, "maxAmount", 5_000), 10);

        Reply created = client.post("/v1/coupon-campaigns")
                .asAdmin()
                .json(campaign)
                .send()
                .expect("201");

        Shape.CAMPAIGN.assertFits(created.json());
        assertThat(created.header("Location")).isEqualTo("/v1/coupon-campaigns/" + created.number("campaignId"));
        Shape.of("type:text value:number maxAmount:number")
                .assertFits(created.json().path("discount"));
        Reply found = client.get(created.header("Location")).send().expect("200");
        assertThat(found.json()).isEqualTo(created.json());
        shop.takeCoupon(Shop.user("taker"), created.number("campaignId")).expect("201");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> client.get(created.header("Location")).send().number("remaining") == 9);
    }

    @Test
    void a_coupon_is_issued_once_per_user_until_none_is_left() {
        long campaign = shop.open(Shop.campaign(fixed(100), 1));
        String winner = Shop.user("winner");

        Reply issued = shop.takeCoupon(winner, campaign).expect("201");
        Reply again = shop.takeCoupon(winner, campaign);
        Reply late = shop.takeCoupon(Shop.user("late"), campaign);

        Shape.ISSUED_COUPON.assertFits(issued.json());
        assertThat(issued.number("campaignId")).isEqualTo(campaign);
        assertProblem(again, "409 COUPON_ALREADY_ISSUED");
        assertThat(again.text("couponId")).isEqualTo(issued.text("couponId"));
        assertProblem(late, "409 COUPON_SOLD_OUT");
    }

    @Test
    void a_campaign_that_is_not_open_or_does_not_exist_issues_nothing() {
        Instant now = Instant.now();
        List<Instant> always = List.of(now.minus(Duration.ofDays(9)), now.plus(Duration.ofDays(9)));
        List<Instant> over = List.of(now.minus(Duration.ofDays(2)), now.minus(Duration.ofDays(1)));
        List<Instant> later = List.of(now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(2)));
        String user = Shop.user("untimely");

        assertProblem(
                shop.takeCoupon(user, shop.open(Shop.campaign(fixed(1), 1, over, always))), "409 CAMPAIGN_NOT_OPEN");
        assertProblem(
                shop.takeCoupon(user, shop.open(Shop.campaign(fixed(1), 1, later, always))), "409 CAMPAIGN_NOT_OPEN");
        assertProblem(shop.takeCoupon(user, 987_654_321), "404 CAMPAIGN_NOT_FOUND");
        assertProblem(client.get("/v1/coupon-campaigns/987654321").send(), "404 CAMPAIGN_NOT_FOUND");
    }

    @Test
    void users_see_their_coupons_with_what_can_be_done_with_them() {
        String user = Shop.user("collector");
        Instant now = Instant.now();
        List<Instant> open = List.of(now.minus(Duration.ofDays(9)), now.plus(Duration.ofDays(9)));
        List<Instant> over = List.of(now.minus(Duration.ofDays(2)), now.minus(Duration.ofDays(1)));
        String expired = shop.takeCoupon(user, shop.open(Shop.campaign(fixed(1), 1, open, over)))
                .expect("201")
                .text("couponId");
        String used = shop.coupon(user, fixed(10));
        String fresh = shop.coupon(user, fixed(10));
        shop.order(user, shop.product(10, 1), 1, used).expect("201");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(new Pages(client, user).all("/v1/coupons"))
                        .extracting(this::couponAndStatus)
                        .containsExactlyInAnyOrder(expired + " EXPIRED", used + " USED", fresh + " ISSUED"));

        Reply page = client.get("/v1/coupons").as(user).send().expect("200");
        Shape.PAGE.assertFits(page.json());
        page.items()
                .forEach(
                        Shape.of("couponId:uuid status:text campaignId:id validFrom:time validUntil:time")
                                ::assertContains);
        assertThat(new Pages(client, Shop.user("other")).all("/v1/coupons")).isEmpty();
    }

    private String couponAndStatus(JsonNode coupon) {
        return coupon.path("couponId").asString() + " " + coupon.path("status").asString();
    }

    @Test
    void a_coupon_can_be_ordered_with_at_once() {
        String user = Shop.user("hurried");
        long campaign = shop.open(Shop.campaign(fixed(10), 1));
        long product = shop.product(10, 1);

        String coupon = shop.takeCoupon(user, campaign).expect("201").text("couponId");

        assertThat(shop.order(user, product, 1, coupon).expect("201").number("total"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "name, , name",
        "name, '', name",
        "quantity, 0, quantity",
        "quantity, -1, quantity",
        "quantity, , quantity",
        "issueFrom, , issueFrom",
        "validUntil, 2001-01-01T00:00:00Z, validUntil",
        "issueUntil, 2001-01-01T00:00:00Z, issueUntil",
        "discount, , discount",
    })
    void a_campaign_with_a_wrong_field_is_invalid(String changed, String value, String field) {
        var campaign = new HashMap<>(Shop.campaign(fixed(1), 1));
        campaign.put(changed, changed.equals("quantity") && value != null ? Integer.valueOf(value) : value);

        assertInvalid(
                client.post("/v1/coupon-campaigns").asAdmin().json(campaign).send(), field);
    }

    @ParameterizedTest
    @CsvSource({"FIXED, 0", "FIXED, -1", "PERCENT, 0", "PERCENT, 101"})
    void a_discount_out_of_range_is_invalid(String type, int value) {
        var campaign = new HashMap<>(Shop.campaign(Map.of("type", type, "value", value), 1));

        assertInvalid(
                client.post("/v1/coupon-campaigns").asAdmin().json(campaign).send(), "discount.value");
    }

    @ParameterizedTest
    @CsvSource({"FREE, 2026-01-01T00:00:00Z", "FIXED, yesterday", "FIXED, 2026-01-01", "fixed, 2026-01-01T00:00:00Z"})
    void an_unknown_type_or_time_is_malformed(String type, String time) {
        var campaign = new HashMap<>(Shop.campaign(Map.of("type", type, "value", 1), 1));
        campaign.put("issueFrom", time);

        assertProblem(
                client.post("/v1/coupon-campaigns").asAdmin().json(campaign).send(), "400 MALFORMED_REQUEST");
    }
}
