package dev.sagamart.coupon;

import static org.awaitility.Awaitility.await;

import dev.sagamart.testsupport.infrastructure.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Speaks HTTP to the coupon service, as admins and users do. */
public final class CouponClient {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What came back. */
    public record Reply(int status, HttpHeaders headers, JsonNode body) {
        public String code() {
            return text("code");
        }

        public String text(String field) {
            return body.path(field).asString("");
        }

        public UUID couponId() {
            return UUID.fromString(text("couponId"));
        }
    }

    private final RestTestClient http;

    public CouponClient(RestTestClient http) {
        this.http = http;
    }

    public static String key() {
        return UUID.randomUUID().toString();
    }

    public static String user() {
        return "u-" + UUID.randomUUID();
    }

    /** A campaign of 1,000 points off that is on now, and whose coupons are good now. */
    public static String campaignJson(long quantity) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return campaignJson(quantity, now.minusSeconds(60), now.plusSeconds(3600), now.plusSeconds(7200));
    }

    public static String campaignJson(long quantity, Instant from, Instant issueUntil, Instant validUntil) {
        return """
                {"name":"Welcome","discount":{"type":"FIXED","value":1000},"quantity":%d,
                 "issueFrom":"%s","issueUntil":"%s","validFrom":"%s","validUntil":"%s"}""".formatted(quantity, from, issueUntil, from, validUntil);
    }

    public long campaign(long quantity) {
        return campaign(campaignJson(quantity));
    }

    public long campaign(String json) {
        Reply created = create(json, key(), Tokens.admin("root"));
        if (created.status() != 201) {
            throw new AssertionError(created);
        }
        return created.body().get("campaignId").asLong();
    }

    public Reply create(String json, @Nullable String key, @Nullable String token) {
        return exchange(HttpMethod.POST, "/v1/coupon-campaigns", json, key, token);
    }

    public Reply campaignOf(long id) {
        return get("/v1/coupon-campaigns/" + id, null);
    }

    public long remaining(long id) {
        return campaignOf(id).body().get("remaining").asLong();
    }

    public Reply issue(long campaign, String user, String key) {
        return exchange(HttpMethod.POST, "/v1/coupon-campaigns/" + campaign + "/coupons", null, key, Tokens.user(user));
    }

    /** Asks again while the service is not available, as a good client does. */
    public Reply issueAtLast(long campaign, String user, String key) {
        return await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> issue(campaign, user, key), reply -> reply.status() != 503);
    }

    public Reply coupons(String user, String query) {
        return get("/v1/coupons" + query, Tokens.user(user));
    }

    public Reply get(String path, @Nullable String token) {
        return exchange(HttpMethod.GET, path, null, null, token);
    }

    public Reply exchange(
            HttpMethod method, String path, @Nullable String json, @Nullable String key, @Nullable String token) {
        var request = http.method(method).uri(path);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (json != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(json);
        }
        EntityExchangeResult<String> result =
                request.exchange().expectBody(String.class).returnResult();
        String body = result.getResponseBody();
        return new Reply(
                result.getStatus().value(),
                result.getResponseHeaders(),
                body == null ? JsonNodeFactory.instance.nullNode() : JSON.readTree(body));
    }
}
