package dev.sagamart.systemtests.documents;

import dev.sagamart.systemtests.http.Client;
import dev.sagamart.systemtests.http.Reply;
import dev.sagamart.systemtests.shop.Shop;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** For every operation a request that is right in every way, about things that exist. */
public final class Samples {
    private static final String CAMPAIGN = """
            {"name":"Harvest","discount":{"type":"PERCENT","value":20,"maxAmount":1000},"quantity":10,
             "issueFrom":"2026-01-01T00:00:00Z","issueUntil":"2036-01-01T00:00:00Z",
             "validFrom":"2026-01-01T00:00:00Z","validUntil":"2036-06-01T00:00:00Z"}""";

    /** A dead letter would have to come from outside the API. */
    private static final String NO_LETTER = "5-999999999";

    private final String owner = Shop.user("owner");
    private final String key = UUID.randomUUID().toString();
    private final Map<String, String> ids;
    private final Map<String, String> bodies;

    /** Makes a product, a campaign, and a user with points and an order. */
    public Samples(Client client) {
        var shop = new Shop(client);
        long product = shop.product(10, 1_000_000);
        long campaign = shop.open(Shop.campaign(Shop.fixed(1), 1_000_000));
        shop.charge(owner, 100_000);
        String order = "{\"items\":[{\"productId\":%d,\"quantity\":1}]}".formatted(product);
        String orderId = Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> client.post("/v1/orders")
                                .as(owner)
                                .key(key)
                                .body(order)
                                .send(),
                        Samples::isCompleted)
                .text("orderId");
        this.ids = Map.of(
                "{productId}",
                Long.toString(product),
                "{campaignId}",
                Long.toString(campaign),
                "{orderId}",
                orderId,
                "{idempotencyKey}",
                key,
                "{topic}",
                "point.commands",
                "{id}",
                NO_LETTER);
        this.bodies = Map.of(
                "POST /v1/points/charges", "{\"amount\":100}",
                "POST /v1/products", "{\"name\":\"감귤\",\"price\":10,\"stock\":5}",
                "PATCH /v1/products/{productId}", "{\"name\":\"한라봉\",\"price\":10}",
                "POST /v1/products/{productId}/restocks", "{\"quantity\":1}",
                "POST /v1/orders", order,
                "POST /v1/sagas/{orderId}/compensations", "{\"reason\":\"a sample\"}",
                "POST /v1/dead-letters/{topic}/replays", "{\"ids\":[\"%s\"],\"dryRun\":true}".formatted(NO_LETTER),
                "POST /v1/dead-letters/{topic}/discards",
                        "{\"ids\":[\"%s\"],\"reason\":\"a sample\"}".formatted(NO_LETTER),
                "POST /v1/coupon-campaigns", CAMPAIGN);
    }

    /** The first order of a suite may take its time; the same key asks for the same one. */
    private static boolean isCompleted(Reply reply) {
        return reply.status() == 201;
    }

    /** Who has the order and made the request. */
    public String owner() {
        return owner;
    }

    public String path(Operation operation) {
        String path = operation.path();
        for (Map.Entry<String, String> id : ids.entrySet()) {
            path = path.replace(id.getKey(), id.getValue());
        }
        return path;
    }

    /** Empty for an operation without a body. */
    public String body(Operation operation) {
        String body = bodies.getOrDefault(operation.name(), "");
        if (body.isEmpty() != operation.body().isMissingNode()) {
            throw new IllegalStateException("a sample body is wanted for " + operation);
        }
        return body;
    }

    public JsonNode json(Operation operation) {
        return JsonMapper.shared().readTree(body(operation));
    }
}
