package dev.sagamart.local.demo;

import dev.sagamart.local.api.Answer;
import dev.sagamart.local.api.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A user of the shop and what they can do and see. */
final class Shopper {
    private final Api.User api;

    Shopper(Api.User api) {
        this.api = api;
    }

    Answer charge(String key, long amount) {
        return Insisting.on(() -> api.post("/v1/points/charges", key, Map.of("amount", amount)));
    }

    void charge(long amount) {
        Shop.require(201, charge(key(), amount));
    }

    long balance() {
        return api.get("/v1/points").number("balance");
    }

    List<JsonNode> charges() {
        return items(api.get("/v1/points/charges"));
    }

    Answer takeCoupon(long campaign) {
        String key = key();
        return Insisting.on(() -> api.post("/v1/coupon-campaigns/" + campaign + "/coupons", key));
    }

    /** {@code ISSUED}, {@code USED}, {@code EXPIRED}, or {@code unknown}. */
    String couponStatus(String coupon) {
        return items(api.get("/v1/coupons?limit=100")).stream()
                .filter(one -> one.path("couponId").asString("").equals(coupon))
                .map(one -> one.path("status").asString(""))
                .findFirst()
                .orElse("unknown");
    }

    /** Orders and waits for the end when the answer says that it is not known yet. */
    Order order(Map<Long, Integer> quantities, String coupon) {
        List<Map<String, ?>> items = quantities.entrySet().stream()
                .<Map<String, ?>>map(line -> Map.of("productId", line.getKey(), "quantity", line.getValue()))
                .toList();
        Map<String, Object> body = new HashMap<>(Map.of("items", items));
        if (!coupon.isEmpty()) {
            body.put("couponId", coupon);
        }
        String key = key();
        Answer answer = Insisting.on(() -> api.post("/v1/orders", key, body));
        if (answer.status() != 202) {
            return new Order(answer.outcome(), answer.json());
        }
        Answer ended = Eventually.look(
                () -> api.get(answer.header("Location")),
                seen -> !seen.text("status").equals("PENDING"));
        String reason = ended.text("reason");
        return new Order(reason.isEmpty() ? "201" : "400 " + reason, ended.json());
    }

    Answer orderDetail(String orderId) {
        return api.get("/v1/orders/" + orderId);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static List<JsonNode> items(Answer page) {
        return StreamSupport.stream(page.json().path("items").spliterator(), false)
                .toList();
    }

    /**
     * How an order ended.
     *
     * @param outcome {@code 201}, or {@code 400} with the code of the refusal
     */
    record Order(String outcome, JsonNode json) {

        long number(String field) {
            return json.path(field).asLong(Long.MIN_VALUE);
        }

        String text(String field) {
            return json.path(field).asString("");
        }
    }
}
