package dev.sagamart.systemtests.documents;

import dev.sagamart.systemtests.http.Client;
import dev.sagamart.systemtests.shop.Shop;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a person would fill into the variables of the examples after having looked around. */
final class HttpFileValues {
    private static final int CHARGES_TO_THE_LIMIT = 100;

    private final SuiteUnderTest suite;
    private final Shop shop;
    private final Map<String, String> values = new HashMap<>();

    HttpFileValues(SuiteUnderTest suite) {
        this.suite = suite;
        this.shop = new Shop(new Client(suite));
    }

    Map<String, String> make() {
        String alice = user("alice");
        String bob = user("bob");
        values.put("gateway", suite.gateway());
        values.put("admin", suite.mint().token(Shop.user("boss"), true));
        values.put("run", Shop.user("run"));
        user("poor");
        fill(user("rich"));
        things(alice);
        coupons(alice, bob);
        return values;
    }

    private String user(String name) {
        String user = Shop.user(name);
        values.put(name, suite.mint().token(user, false));
        return user;
    }

    private void fill(String rich) {
        for (int charge = 0; charge < CHARGES_TO_THE_LIMIT; charge++) {
            shop.charge(rich, 1_000_000);
        }
    }

    private void things(String alice) {
        long product = shop.product(1_000, 900);
        shop.charge(alice, 100_000);
        values.put("product", Long.toString(product));
        values.put("order", shop.order(alice, product, 1).expect("201").text("orderId"));
    }

    private void coupons(String alice, String bob) {
        long open = shop.open(Shop.campaign(Shop.fixed(100), 10));
        shop.takeCoupon(alice, open).expect("201");
        values.put("campaign", Long.toString(open));
        long empty = shop.open(Shop.campaign(Shop.fixed(100), 1));
        values.put("foreignCoupon", shop.takeCoupon(bob, empty).expect("201").text("couponId"));
        values.put("emptyCampaign", Long.toString(empty));
        values.put("coupon", shop.coupon(alice, Shop.fixed(100)));
        String used = shop.coupon(alice, Shop.fixed(100));
        shop.order(alice, Long.parseLong(values.getOrDefault("product", "")), 1, used)
                .expect("201");
        values.put("usedCoupon", used);
        laterCampaigns(alice);
    }

    private void laterCampaigns(String alice) {
        Instant now = Instant.now();
        List<Instant> open = List.of(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)));
        List<Instant> later = List.of(now.plus(Duration.ofDays(2)), now.plus(Duration.ofDays(3)));
        long closed = shop.open(Shop.campaign(Shop.fixed(100), 10, later, later));
        values.put("closedCampaign", Long.toString(closed));
        long early = shop.open(Shop.campaign(Shop.fixed(100), 10, open, later));
        values.put("earlyCoupon", shop.takeCoupon(alice, early).expect("201").text("couponId"));
    }
}
