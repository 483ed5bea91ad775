package dev.sagamart.systemtests.faults;

import dev.sagamart.systemtests.http.Client;
import dev.sagamart.systemtests.http.Reply;
import dev.sagamart.systemtests.shop.Shop;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/** A user who places one order after the other and does not rest before each has an outcome. */
final class Buyer {
    private final Client client;
    private final Goods goods;
    private final String user = Shop.user("buyer");
    private final Deque<String> coupons = new ConcurrentLinkedDeque<>();
    private final Map<String, Reply> outcomes = new ConcurrentHashMap<>();
    private final Insisting insisting = new Insisting();
    private final long charged;
    private volatile boolean enough;

    Buyer(Client client, Goods goods, long points, List<Long> campaigns) {
        var shop = new Shop(client);
        this.client = client;
        this.goods = goods;
        this.charged = points;
        shop.charge(user, points);
        campaigns.forEach(campaign ->
                coupons.add(shop.takeCoupon(user, campaign).expect("201").text("couponId")));
    }

    void buyUntilEnough() {
        while (!enough) {
            String key = UUID.randomUUID().toString();
            var order = client.post("/v1/orders").as(user).key(key).json(order(outcomes.size()));
            outcomes.put(key, insisting.on(order));
        }
    }

    void stop() {
        enough = true;
    }

    private Map<String, Object> order(int number) {
        return switch (number % 4) {
            case 0 -> items(List.of(Shop.item(goods.plenty(), 100 + number)));
            case 1 -> items(List.of(Shop.item(goods.scarce(), 2)));
            case 2 -> withCoupon(items(List.of(Shop.item(goods.plenty(), 200))));
            default -> items(List.of(Shop.item(goods.scarce(), 1), Shop.item(goods.plenty(), 100)));
        };
    }

    private static Map<String, Object> items(List<Map<String, Object>> items) {
        return new HashMap<>(Map.of("items", items));
    }

    private Map<String, Object> withCoupon(Map<String, Object> order) {
        String coupon = coupons.poll();
        if (coupon != null) {
            order.put("couponId", coupon);
        }
        return order;
    }

    String user() {
        return user;
    }

    long charged() {
        return charged;
    }

    /** Outcome by key, of all orders so far. */
    Map<String, Reply> outcomes() {
        return outcomes;
    }

    int unknownOutcomes() {
        return insisting.unknownOutcomes();
    }
}
