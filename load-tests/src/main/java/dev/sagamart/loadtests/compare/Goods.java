package dev.sagamart.loadtests.compare;

import dev.sagamart.local.api.Answer;
import dev.sagamart.local.api.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** What there is to be had: goods that never run out, and one campaign that has. */
final class Goods {
    private static final int PRODUCTS = 100;
    private static final int STOCK = 1_000_000_000;
    private static final int PRICE = 10;

    /** Prime, so that wishes and users meet in ever new pairs. */
    private static final int ORDERS = 9_973;

    private static final int CAMPAIGNS = 200;
    private static final int COUPONS = 10_000_000;
    private static final int LARGEST_ORDER = 3;

    private final Api.User admin;
    private final List<Long> products = new ArrayList<>();

    Goods(Api.User admin) {
        this.admin = admin;
        for (int number = 1; number <= PRODUCTS; number++) {
            var product = Map.of("name", "Product " + number, "price", PRICE, "stock", STOCK);
            products.add(created(admin.post("/v1/products", product)).number("productId"));
        }
    }

    /** Of the scenario, as {@link Traffic} wants them. */
    List<String> wishes(Scenario scenario, Api.User customer) {
        return switch (scenario) {
            case ORDERS_HOT -> List.of(order(List.of(item(products.getFirst(), 1))));
            case ORDERS_UNIFORM -> orders();
            case CHARGE -> List.of(Traffic.post("/v1/points/charges", "{\"amount\":500}"));
            case COUPON -> campaigns();
            case SOLD_OUT -> List.of(Traffic.post(soldOut(customer), ""));
            case PRODUCT ->
                products.stream().map(id -> Traffic.get("/v1/products/" + id)).toList();
            case POPULAR -> List.of(Traffic.get("/v1/products/popular"));
        };
    }

    private List<String> orders() {
        var random = new SplittableRandom(1);
        List<String> orders = new ArrayList<>();
        while (orders.size() < ORDERS) {
            List<String> items = random.ints(0, PRODUCTS)
                    .distinct()
                    .limit(random.nextInt(1, LARGEST_ORDER + 1))
                    .mapToObj(index -> item(products.get(index), random.nextInt(1, 3)))
                    .toList();
            orders.add(order(items));
        }
        return orders;
    }

    private static String item(long product, int quantity) {
        return "{\"productId\":" + product + ",\"quantity\":" + quantity + "}";
    }

    private static String order(List<String> items) {
        return Traffic.post("/v1/orders", "{\"items\":[" + String.join(",", items) + "]}");
    }

    private List<String> campaigns() {
        List<String> campaigns = new ArrayList<>();
        while (campaigns.size() < CAMPAIGNS) {
            campaigns.add(Traffic.post(coupons(campaign(COUPONS)), ""));
        }
        return campaigns;
    }

    private String soldOut(Api.User customer) {
        String coupons = coupons(campaign(1));
        created(customer.post(coupons));
        return coupons;
    }

    private static String coupons(long campaign) {
        return "/v1/coupon-campaigns/" + campaign + "/coupons";
    }

    private long campaign(int quantity) {
        Instant begin = Instant.now().minus(Duration.ofMinutes(1));
        Instant end = begin.plus(Duration.ofDays(1));
        var campaign = Map.of(
                "name", "Campaign of " + quantity,
                "discount", Map.of("type", "FIXED", "value", 1),
                "quantity", quantity,
                "issueFrom", begin.toString(),
                "issueUntil", end.toString(),
                "validFrom", begin.toString(),
                "validUntil", end.toString());
        return created(admin.post("/v1/coupon-campaigns", campaign)).number("campaignId");
    }

    static Answer created(Answer answer) {
        if (answer.status() != 201) {
            throw new IllegalStateException("The shop cannot be set up: " + answer.outcome() + " " + answer.text());
        }
        return answer;
    }
}
