package dev.sagamart.local.demo;

import java.util.Map;

/** Orders that fail at each step of the saga, and everything as it was before. */
final class RefusedOrders {
    private static final long PLENTY = 1_000_000;

    private final Shop shop;
    private final Checks checks;
    private final long product;

    RefusedOrders(Shop shop, Checks checks, long product) {
        this.shop = shop;
        this.checks = checks;
        this.product = product;
    }

    void play(CouponRush rush) {
        CouponRush.Winner usedIt = rush.winner(0);
        CouponRush.Winner rich = rush.winner(1);
        CouponRush.Winner poor = rush.winner(2);
        rich.shopper().charge(PLENTY);

        var used = new CouponRush.Winner(rich.shopper(), usedIt.coupon());
        checks.title("Refused: the coupon of somebody else");
        refused("400 COUPON_NOT_OWNED", used, 1, "USED", usedIt.shopper());

        checks.title("Refused: a coupon that was used before");
        refused("400 COUPON_ALREADY_USED", usedIt, 1, "USED", usedIt.shopper());

        checks.title("Refused: more than there is, so the coupon comes back");
        refused("400 OUT_OF_STOCK", rich, (int) shop.stock(product) + 1, "ISSUED", rich.shopper());

        checks.title("Refused: not enough points, so coupon and stock come back");
        refused("400 INSUFFICIENT_POINTS", poor, 1, "ISSUED", poor.shopper());
    }

    private void refused(String outcome, CouponRush.Winner buyer, int quantity, String coupon, Shopper couponOwner) {
        long stock = shop.stock(product);
        long balance = buyer.shopper().balance();

        var order = buyer.shopper().order(Map.of(product, quantity), buyer.coupon());

        checks.equal("the answer", outcome, order.outcome());
        checks.equal(
                "the order is rejected",
                "REJECTED",
                Eventually.becomes(
                        "REJECTED",
                        () -> buyer.shopper().orderDetail(order.text("orderId")).text("status")));
        checks.equal(
                "the coupon is as before",
                coupon,
                Eventually.becomes(coupon, () -> couponOwner.couponStatus(buyer.coupon())));
        checks.equal("the stock is as before", stock, Eventually.becomes(stock, () -> shop.stock(product)));
        checks.equal("the points are as before", balance, Eventually.becomes(balance, buyer.shopper()::balance));
    }
}
