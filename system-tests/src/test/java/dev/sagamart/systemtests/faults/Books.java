package dev.sagamart.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.systemtests.http.Client;
import dev.sagamart.systemtests.http.Reply;
import dev.sagamart.systemtests.shop.Pages;
import dev.sagamart.systemtests.shop.Shop;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Compares what the services say with what must be so after the orders of some buyers. */
final class Books {
    private final Client client;
    private final Shop shop;
    private final Map<Buyer, List<JsonNode>> orders = new HashMap<>();

    /** Reads all orders of the buyers. */
    Books(Client client, List<Buyer> buyers) {
        this.client = client;
        this.shop = new Shop(client);
        buyers.forEach(buyer -> orders.put(buyer, new Pages(client, buyer.user()).all("/v1/orders")));
    }

    void assertEveryOrderHasEnded() {
        orders.values()
                .forEach(all -> assertThat(all)
                        .extracting(order -> order.path("status").asString())
                        .isSubsetOf("COMPLETED", "REJECTED"));
    }

    void assertEveryKeyMadeOneOrder() {
        orders.forEach((buyer, all) -> {
            Map<String, String> known = all.stream()
                    .collect(Collectors.toMap(order -> order.path("orderId").asString(), Books::outcome));
            Map<String, String> answered = buyer.outcomes().values().stream()
                    .collect(Collectors.toMap(reply -> reply.text("orderId"), Reply::outcome));
            assertThat(known).isEqualTo(answered);
            assertThat(all).hasSameSizeAs(buyer.outcomes().keySet());
        });
    }

    void assertEveryBalanceIsWhatWasNotSpent() {
        orders.forEach((buyer, all) -> {
            long spent = completed(all).stream()
                    .mapToLong(order -> order.path("total").asLong())
                    .sum();
            assertThat(shop.balance(buyer.user())).isEqualTo(buyer.charged() - spent);
        });
    }

    void assertCouponsAreUsedByCompletedOrders() {
        orders.forEach((buyer, all) -> {
            Set<String> spent = completed(all).stream()
                    .filter(order -> order.path("couponId").isString())
                    .map(order -> order.path("couponId").asString())
                    .collect(Collectors.toSet());
            Set<String> used = new Pages(client, buyer.user())
                    .all("/v1/coupons").stream()
                            .filter(coupon -> coupon.path("status").asString().equals("USED"))
                            .map(coupon -> coupon.path("couponId").asString())
                            .collect(Collectors.toSet());
            assertThat(used).isEqualTo(spent);
        });
    }

    void assertStock(long product, long initial) {
        assertThat(shop.stock(product)).isEqualTo(initial - sold(product));
    }

    /** How many units went out with completed orders. */
    long sold(long product) {
        return orders.values().stream()
                .flatMap(all -> completed(all).stream())
                .flatMap(order -> order.path("items").valueStream())
                .filter(item -> item.path("productId").asLong() == product)
                .mapToLong(item -> item.path("quantity").asLong())
                .sum();
    }

    /** The codes that orders were refused with. */
    Set<String> refusals() {
        return orders.values().stream()
                .flatMap(List::stream)
                .map(order -> order.path("reason").asString(""))
                .filter(reason -> !reason.isEmpty())
                .collect(Collectors.toSet());
    }

    private static List<JsonNode> completed(List<JsonNode> orders) {
        return orders.stream()
                .filter(order -> order.path("status").asString().equals("COMPLETED"))
                .toList();
    }

    private static String outcome(JsonNode order) {
        return order.path("status").asString().equals("COMPLETED")
                ? "201"
                : "400 " + order.path("reason").asString();
    }
}
