package dev.sagamart.systemtests.shop;

import dev.sagamart.systemtests.http.Client;
import dev.sagamart.systemtests.http.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Makes what a test needs and looks at what has become of it, all through the API. */
public final class Shop {
    private final Client client;

    public Shop(Client client) {
        this.client = client;
    }

    /** A user that nobody has seen before. */
    public static String user(String name) {
        return name + "-" + Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36);
    }

    /** The id of a new product. */
    public long product(long price, long stock) {
        return client.post("/v1/products")
                .asAdmin()
                .json(Map.of("name", "감귤 " + price, "price", price, "stock", stock))
                .send()
                .expect("201")
                .number("productId");
    }

    public long stock(long product) {
        return client.get("/v1/products/" + product).send().expect("200").number("stock");
    }

    /** Open now, its coupons valid now. */
    public static Map<String, Object> campaign(Map<String, ?> discount, int quantity) {
        Instant now = Instant.now();
        return campaign(
                discount,
                quantity,
                List.of(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1))),
                List.of(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1))));
    }

    public static Map<String, Object> campaign(
            Map<String, ?> discount, int quantity, List<Instant> issue, List<Instant> valid) {
        return Map.of(
                "name", "수확의 달",
                "discount", discount,
                "quantity", quantity,
                "issueFrom", issue.getFirst().toString(),
                "issueUntil", issue.getLast().toString(),
                "validFrom", valid.getFirst().toString(),
                "validUntil", valid.getLast().toString());
    }

    public static Map<String, Object> fixed(long value) {
        return Map.of("type", "FIXED", "value", value);
    }

    /** The id of a new campaign. */
    public long open(Map<String, ?> campaign) {
        return client.post("/v1/coupon-campaigns")
                .asAdmin()
                .json(campaign)
                .send()
                .expect("201")
                .number("campaignId");
    }

    public Reply takeCoupon(String user, long campaign) {
        return client.post("/v1/coupon-campaigns/" + campaign + "/coupons")
                .as(user)
                .send();
    }

    /** The id of a coupon of the user in a campaign of its own. */
    public String coupon(String user, Map<String, ?> discount) {
        return takeCoupon(user, open(campaign(discount, 1))).expect("201").text("couponId");
    }

    public Reply charge(String user, long amount) {
        return client.post("/v1/points/charges")
                .as(user)
                .json(Map.of("amount", amount))
                .send()
                .expect("201");
    }

    public long balance(String user) {
        return client.get("/v1/points").as(user).send().expect("200").number("balance");
    }

    /** {@code ISSUED}, {@code USED}, {@code EXPIRED}, or {@code unknown}. */
    public String couponStatus(String user, String coupon) {
        return new Pages(client, user)
                .all("/v1/coupons").stream()
                        .filter(one -> one.path("couponId").asString().equals(coupon))
                        .map(one -> one.path("status").asString())
                        .findFirst()
                        .orElse("unknown");
    }

    public Reply order(String user, long product, int quantity) {
        return client.post("/v1/orders")
                .as(user)
                .json(Map.of("items", List.of(item(product, quantity))))
                .send();
    }

    public Reply order(String user, long product, int quantity, String coupon) {
        return client.post("/v1/orders")
                .as(user)
                .json(Map.of("items", List.of(item(product, quantity)), "couponId", coupon))
                .send();
    }

    public static Map<String, Object> item(long product, int quantity) {
        return Map.of("productId", product, "quantity", quantity);
    }
}
