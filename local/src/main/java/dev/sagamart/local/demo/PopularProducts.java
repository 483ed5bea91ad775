package dev.sagamart.local.demo;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What was sold shows among the popular products once they are computed anew. */
final class PopularProducts {
    private static final int PLACES = 5;
    private static final int QUANTITY = 3;
    private static final long PLENTY = 1_000_000;

    private final Shop shop;
    private final Checks checks;
    private final Shopper fan;

    PopularProducts(Shop shop, Checks checks, Shopper fan) {
        this.shop = shop;
        this.checks = checks;
        this.fan = fan;
    }

    /** @param sold how many of the product have been sold so far */
    void play(long product, long sold) {
        checks.title("Popular products: after a refresh they show what was sold");
        checks.equal(
                "an admin may ask for a refresh", 202, shop.refreshPopular().status());
        List<JsonNode> before = Eventually.look(this::refreshed, items -> hasRoomOrShows(items, product));
        if (soldOf(product, before) > 0 || before.size() < PLACES) {
            expectAtLeast(product, sold);
        } else {
            buyTheFavourite(before.getFirst());
        }
    }

    /** Five other products sell better by now: so sell some more of the best. */
    private void buyTheFavourite(JsonNode favourite) {
        long product = favourite.path("productId").asLong();
        long before = favourite.path("soldQuantity").asLong();
        shop.restock(product, QUANTITY);
        fan.charge(PLENTY);
        checks.equal(
                "three more of the favourite",
                "201",
                fan.order(Map.of(product, QUANTITY), "").outcome());
        expectAtLeast(product, before + QUANTITY);
    }

    private void expectAtLeast(long product, long sold) {
        List<JsonNode> items = Eventually.look(this::refreshed, seen -> soldOf(product, seen) >= sold);
        long seen = soldOf(product, items);
        checks.that("product " + product + " was sold at least " + sold + " times", seen >= sold, items.toString());
        checks.that("there are at most " + PLACES, items.size() <= PLACES, items.toString());
        checks.that("the best comes first", isDescending(items), items.toString());
    }

    private List<JsonNode> refreshed() {
        shop.refreshPopular();
        return shop.popular();
    }

    private static boolean hasRoomOrShows(List<JsonNode> items, long product) {
        return items.size() == PLACES || soldOf(product, items) > 0;
    }

    private static long soldOf(long product, List<JsonNode> items) {
        return items.stream()
                .filter(item -> item.path("productId").asLong() == product)
                .mapToLong(item -> item.path("soldQuantity").asLong())
                .sum();
    }

    private static boolean isDescending(List<JsonNode> items) {
        for (int index = 1; index < items.size(); index++) {
            if (items.get(index - 1).path("soldQuantity").asLong()
                    < items.get(index).path("soldQuantity").asLong()) {
                return false;
            }
        }
        return true;
    }
}
