package dev.sagamart.loadtests.gatling;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What the visitors of a scenario want, each with a token of their own; for one thread. */
final class Wishes {
    private static final int LARGEST_ORDER = 3;
    private static final int MOST_PIECES = 2;
    private static final int AMOUNT = 500;

    private final SplittableRandom random = new SplittableRandom(1);
    private final List<String> shoppers;
    private final Shop shop;
    private int visits;

    Wishes(List<String> shoppers, Shop shop) {
        this.shoppers = shoppers;
        this.shop = shop;
    }

    /** Prepares the shop, and answers what {@link Visits} find in the session of one visitor after the other. */
    Supplier<Map<String, Object>> of(Scenario scenario) {
        return switch (scenario) {
            case ORDERS_HOT -> hotOrders(shop.products().getFirst());
            case ORDERS_UNIFORM -> uniformOrders(shop.products());
            case CHARGE -> () -> Map.of("token", shopper(), "amount", AMOUNT);
            case COUPON -> new Coupons(shoppers, shop::campaign);
            case SOLD_OUT -> soldOut(shop.soldOutCampaign());
            case PRODUCT -> products(shop.products());
            case POPULAR -> Map::of;
            case STORY -> stories(shop.products());
        };
    }

    private Supplier<Map<String, Object>> hotOrders(long product) {
        return () -> Map.of("token", shopper(), "items", items(item(product, 1)));
    }

    private Supplier<Map<String, Object>> uniformOrders(List<Long> products) {
        return () -> Map.of("token", shopper(), "items", items(some(products)));
    }

    private Supplier<Map<String, Object>> soldOut(long campaign) {
        return () -> Map.of("token", shopper(), "campaign", campaign);
    }

    private Supplier<Map<String, Object>> products(List<Long> products) {
        return () -> Map.of("product", one(products));
    }

    private Supplier<Map<String, Object>> stories(List<Long> products) {
        return () -> {
            long product = one(products);
            return Map.of("token", shopper(), "product", product, "items", items(item(product, 1)));
        };
    }

    private String shopper() {
        return shoppers.get(visits++ % shoppers.size());
    }

    private long one(List<Long> products) {
        return products.get(random.nextInt(products.size()));
    }

    private String some(List<Long> products) {
        return random.ints(0, products.size())
                .distinct()
                .limit(random.nextInt(1, LARGEST_ORDER + 1))
                .mapToObj(index -> item(products.get(index), random.nextInt(1, MOST_PIECES + 1)))
                .collect(Collectors.joining(","));
    }

    private static String items(String items) {
        return "[" + items + "]";
    }

    private static String item(long product, int quantity) {
        return "{\"productId\":" + product + ",\"quantity\":" + quantity + "}";
    }
}
