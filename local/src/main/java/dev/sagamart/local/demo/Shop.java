package dev.sagamart.local.demo;

import dev.sagamart.local.api.Answer;
import dev.sagamart.local.api.Api;
import dev.sagamart.local.suite.SuiteFailed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What the admins of the shop do, and what everybody can see. */
final class Shop {
    private final Api.User admin;
    private final Api.User anybody;
    private final Clock clock;

    Shop(Api.User admin, Api.User anybody, Clock clock) {
        this.admin = admin;
        this.anybody = anybody;
        this.clock = clock;
    }

    Answer create(String name, long price, long stock) {
        return require(201, insistOn("/v1/products", Map.of("name", name, "price", price, "stock", stock)));
    }

    void restock(long product, int quantity) {
        require(201, insistOn("/v1/products/" + product + "/restocks", Map.of("quantity", quantity)));
    }

    Answer product(long product) {
        return anybody.get("/v1/products/" + product);
    }

    long stock(long product) {
        return product(product).number("stock");
    }

    long openCampaign(String name, long discount, int quantity) {
        Instant begin = clock.instant().minus(Duration.ofMinutes(1));
        Instant end = begin.plus(Duration.ofDays(1));
        var campaign = Map.of(
                "name", name,
                "discount", Map.of("type", "FIXED", "value", discount),
                "quantity", quantity,
                "issueFrom", begin.toString(),
                "issueUntil", end.toString(),
                "validFrom", begin.toString(),
                "validUntil", end.toString());
        return require(201, insistOn("/v1/coupon-campaigns", campaign)).number("campaignId");
    }

    long remaining(long campaign) {
        return anybody.get("/v1/coupon-campaigns/" + campaign).number("remaining");
    }

    Answer refreshPopular() {
        return admin.post("/v1/products/popular/refreshes");
    }

    List<JsonNode> popular() {
        return StreamSupport.stream(
                        anybody.get("/v1/products/popular").json().path("items").spliterator(), false)
                .toList();
    }

    private Answer insistOn(String path, Map<String, ?> body) {
        String key = UUID.randomUUID().toString();
        return Insisting.on(() -> admin.post(path, key, body));
    }

    static Answer require(int status, Answer answer) {
        if (answer.status() != status) {
            throw new SuiteFailed("expected " + status + ", but got " + answer.outcome() + ": " + answer.text());
        }
        return answer;
    }
}
