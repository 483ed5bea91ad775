package dev.sagamart.local.demo;

import dev.sagamart.local.api.Api;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/**
 * The main job of the suite, played through the gateway by users, products and campaigns of its own, so that it can be
 * played again and again.
 */
public final class Story {
    private static final long CHARGED = 100_000;
    private static final long DISCOUNT = 3_000;

    private final Api api;
    private final Cast cast;
    private final String act;
    private final Checks checks = new Checks();
    private final Shop shop;

    public Story(Api api, Cast cast, Clock clock) {
        this.api = api;
        this.cast = cast;
        this.act = Long.toString(clock.millis(), 36);
        this.shop = new Shop(api.as(cast.admin()), api.as(""), clock);
    }

    /** Answers whether every check held. */
    public boolean play() {
        chargingTwiceWithOneKey();
        long tangerines = offer("한라봉", 12_000, 10);
        long tea = offer("녹차", 5_000, 5);
        var rush = new CouponRush(shop, this::shopper, checks, cast.crowd());
        rush.play(act, DISCOUNT);
        orderWithCoupon(rush.winner(0), tangerines, tea);
        new RefusedOrders(shop, checks, tangerines).play(rush);
        new PopularProducts(shop, checks, shopper("fan")).play(tangerines, 2);
        return checks.conclude();
    }

    private void chargingTwiceWithOneKey() {
        Shopper alice = shopper("alice");
        String key = UUID.randomUUID().toString();

        checks.title("Points: charging twice with the same Idempotency-Key");
        var first = alice.charge(key, CHARGED);
        checks.equal("the first request charges " + CHARGED + " points", "201", first.outcome());
        var second = alice.charge(key, CHARGED);
        checks.equal("the second gets the very same answer", first.text(), second.text());
        checks.equal("and says that it is a replay", "true", second.header("Idempotent-Replayed"));
        checks.equal("the points were charged once", CHARGED, alice.balance());

        checks.title("Charge log: written by another service, from an event");
        var log = Eventually.look(alice::charges, charges -> !charges.isEmpty());
        checks.equal("it has exactly one entry", 1, log.size());
        checks.that(
                "of the right charge, with amount and balance",
                log.size() == 1
                        && log.getFirst().path("chargeId").asString("").equals(first.text("chargeId"))
                        && log.getFirst().path("amount").asLong() == CHARGED
                        && log.getFirst().path("balance").asLong() == CHARGED,
                log.toString());
    }

    private long offer(String name, long price, long stock) {
        checks.title("Product: " + name + ", " + price + " won, " + stock + " in stock");
        var created = shop.create(name + " " + act, price, stock);
        long product = created.number("productId");
        var seen = shop.product(product);
        checks.equal("it has a place of its own", "/v1/products/" + product, created.header("Location"));
        checks.equal("with its name", name + " " + act, seen.text("name"));
        checks.equal("its price", price, seen.number("price"));
        checks.equal("and its stock", stock, seen.number("stock"));
        return product;
    }

    private void orderWithCoupon(CouponRush.Winner winner, long tangerines, long tea) {
        Shopper buyer = winner.shopper();
        buyer.charge(CHARGED);

        checks.title("Order: two 한라봉 and one 녹차 with a coupon worth " + DISCOUNT);
        var order = buyer.order(Map.of(tangerines, 2, tea, 1), winner.coupon());
        checks.equal("it is accepted", "201", order.outcome());
        checks.equal("and completed", "COMPLETED", order.text("status"));
        checks.equal("subtotal", 29_000L, order.number("subtotal"));
        checks.equal("discount", DISCOUNT, order.number("discount"));
        checks.equal("total", 26_000L, order.number("total"));
        checks.equal("points left", CHARGED - 26_000, buyer.balance());
        checks.equal("한라봉 left", 8L, shop.stock(tangerines));
        checks.equal("녹차 left", 4L, shop.stock(tea));
        checks.equal(
                "the coupon is used", "USED", Eventually.becomes("USED", () -> buyer.couponStatus(winner.coupon())));
        checks.equal(
                "the order can be read again",
                "COMPLETED",
                buyer.orderDetail(order.text("orderId")).text("status"));
    }

    private Shopper shopper(String name) {
        return new Shopper(api.as(cast.user("demo-" + act + "-" + name)));
    }
}
