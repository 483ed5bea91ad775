package dev.sagamart.coupon.campaign;

import static dev.sagamart.coupon.CouponClient.campaignJson;
import static dev.sagamart.coupon.CouponClient.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.coupon.CouponClient;
import dev.sagamart.coupon.CouponClient.Reply;
import dev.sagamart.testsupport.infrastructure.ServiceTest;
import dev.sagamart.testsupport.infrastructure.Tokens;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest(database = "coupon")
class CampaignsTest {
    static final String CAMPAIGN = """
            {"name":"봄맞이","discount":{"type":"PERCENT","value":15,"maxAmount":3000},"quantity":7,
             "issueFrom":"2026-01-01T00:00:00Z","issueUntil":"2036-01-01T00:00:00.123Z",
             "validFrom":"2026-02-01T09:00:00+09:00","validUntil":"2036-02-01T00:00:00Z"}""";

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
    void an_admin_creates_a_campaign_that_anybody_can_see() {
        Reply created = coupons.create(CAMPAIGN, key(), Tokens.admin("root"));

        assertThat(created.status()).isEqualTo(201);
        long id = created.body().get("campaignId").asLong();
        assertThat(created.headers().getFirst("Location")).isEqualTo("/v1/coupon-campaigns/" + id);
        Reply seen = coupons.campaignOf(id);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body()).isEqualTo(created.body());
        assertThat(seen.body().propertyNames())
                .containsExactlyInAnyOrder(
                        "campaignId",
                        "name",
                        "discount",
                        "quantity",
                        "remaining",
                        "issueFrom",
                        "issueUntil",
                        "validFrom",
                        "validUntil");
        assertThat(seen.text("name")).isEqualTo("봄맞이");
        assertThat(seen.text("validFrom")).isEqualTo("2026-02-01T00:00:00Z");
        assertThat(seen.text("issueUntil")).isEqualTo("2036-01-01T00:00:00.123Z");
        assertThat(seen.body().get("remaining").asLong()).isEqualTo(7);
        assertThat(seen.body().get("discount").toString())
                .isEqualTo("{\"type\":\"PERCENT\",\"value\":15,\"maxAmount\":3000}");
    }

    @Test
    void only_admins_create_campaigns() {
        assertThat(coupons.create(CAMPAIGN, key(), null).code()).isEqualTo("UNAUTHENTICATED");
        Reply refused = coupons.create(CAMPAIGN, key(), Tokens.user("u1"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("FORBIDDEN");
    }

    @Test
    void the_same_request_creates_one_campaign_and_its_key_is_good_for_no_other() {
        String key = key();

        Reply first = coupons.create(CAMPAIGN, key, Tokens.admin("root"));
        Reply again = coupons.create(CAMPAIGN, key, Tokens.admin("root"));
        Reply other = coupons.create(campaignJson(8), key, Tokens.admin("root"));

        assertThat(again).usingRecursiveComparison().ignoringFields("headers").isEqualTo(first);
        assertThat(again.headers().getFirst("Location"))
                .isEqualTo(first.headers().getFirst("Location"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(coupons.create(CAMPAIGN, null, Tokens.admin("root")).code()).isEqualTo("IDEMPOTENCY_KEY_MISSING");
        assertThat(coupons.create(CAMPAIGN, "short", Tokens.admin("root")).code())
                .isEqualTo("IDEMPOTENCY_KEY_MALFORMED");
    }

    @Test
    void concurrent_duplicates_create_one_campaign() throws Exception {
        String key = key();
        String token = Tokens.admin("root");

        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var replies = crowd.invokeAll(IntStream.range(0, 8)
                    .<java.util.concurrent.Callable<Reply>>mapToObj(i -> () -> coupons.create(CAMPAIGN, key, token))
                    .toList());
            var ids = new HashSet<Long>();
            for (var reply : replies) {
                assertThat(reply.get().status()).isIn(201, 409);
                if (reply.get().status() == 201) {
                    ids.add(reply.get().body().get("campaignId").asLong());
                }
            }
            assertThat(ids).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"name\":\"봄맞이\" | \"name\":\"\" | name",
                "\"name\":\"봄맞이\" | \"name\":\"a\\u0000b\" | name",
                "\"name\":\"봄맞이\" | \"name\":null | name",
                "\"value\":15 | \"value\":101 | discount.value",
                "\"value\":15 | \"value\":0 | discount.value",
                "\"type\":\"PERCENT\" | \"type\":null | discount.type",
                "\"maxAmount\":3000 | \"maxAmount\":0 | discount.maxAmount",
                "\"quantity\":7 | \"quantity\":0 | quantity",
                "\"quantity\":7 | \"quantity\":10000001 | quantity",
                "\"2036-01-01T00:00:00.123Z\" | \"2026-01-01T00:00:00Z\" | issueUntil",
                "\"2036-02-01T00:00:00Z\" | \"2026-01-01T00:00:00Z\" | validUntil",
                "\"2036-02-01T00:00:00Z\" | null | validUntil"
            })
    void a_campaign_must_make_sense(String good, String bad, String field) {
        Reply refused = coupons.create(CAMPAIGN.replace(good, bad), key(), Tokens.admin("root"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"quantity\":7 | \"quantity\":\"7\"",
                "\"quantity\":7 | \"quantity\":7.0",
                "\"quantity\":7 | \"quantity\":true",
                "\"quantity\":7 | \"quantity\":7,\"quantity\":8",
                "\"quantity\":7 | \"quantity\":7,\"owner\":\"me\"",
                "\"name\":\"봄맞이\" | \"name\":5",
                "\"type\":\"PERCENT\" | \"type\":\"HALF\"",
                "\"type\":\"PERCENT\" | \"type\":1",
                "\"2036-02-01T00:00:00Z\" | 2085436800",
                "\"2036-02-01T00:00:00Z\" | \"2085436800\"",
                "\"2036-02-01T00:00:00Z\" | \"2036-02-01\"",
                "\"2036-02-01T00:00:00Z\" | \"+12036-02-01T00:00:00Z\"",
                "\"2036-02-01T00:00:00Z\" | \"2036-02-31T00:00:00Z\"",
                "\"2036-02-01T00:00:00Z\" | \"\""
            })
    void a_request_is_taken_literally(String good, String bad) {
        Reply refused = coupons.create(CAMPAIGN.replace(good, bad), key(), Tokens.admin("root"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("MALFORMED_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775807", "0", "-1"})
    void an_unknown_campaign_is_not_found(String id) {
        Reply reply = coupons.get("/v1/coupon-campaigns/" + id, null);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo("CAMPAIGN_NOT_FOUND");
    }

    @Test
    void an_id_is_a_number() {
        Reply reply = coupons.get("/v1/coupon-campaigns/abc", null);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void fixed_discounts_go_from_1_to_a_thousand_million_points() {
        String most = campaignJson(1).replace("1000", "1000000000");

        assertThat(coupons.create(most, key(), Tokens.admin("root")).status()).isEqualTo(201);
        assertThat(coupons.create(most.replace("1000000000", "1000000001"), key(), Tokens.admin("root"))
                        .code())
                .isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void the_running_service_may_not_rewrite_history() {
        List<String> allowed = jdbc.sql("""
                        select privilege from unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) as privilege
                        where has_table_privilege('issuance', privilege)""").query(String.class).list();

        assertThat(allowed).containsExactly("INSERT");
    }
}
