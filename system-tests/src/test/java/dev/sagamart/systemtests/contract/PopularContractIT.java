package dev.sagamart.systemtests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.systemtests.http.Reply;
import dev.sagamart.systemtests.shop.Shop;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Order(2)
class PopularContractIT extends ContractTest {
    private static final Comparator<JsonNode> BEST_FIRST = Comparator.<JsonNode>comparingLong(
                    product -> -product.path("soldQuantity").asLong())
            .thenComparingLong(product -> product.path("productId").asLong());

    PopularContractIT(SuiteUnderTest suite) {
        super(suite);
    }

    @Test
    void the_best_sellers_are_listed_best_first_and_at_most_five() {
        String buyer = Shop.user("bulk");
        shop.charge(buyer, 10_000);
        List<Long> products =
                Stream.generate(() -> shop.product(1, 1_000)).limit(6).toList();
        products.forEach(product -> shop.order(buyer, product, 500).expect("201"));
        shop.order(buyer, products.getLast(), 100).expect("201");

        await().atMost(Duration.ofSeconds(30)).until(() -> sold(refreshed(), products.getLast()) == 600);

        Reply popular = client.get("/v1/products/popular").send().expect("200");
        Shape.POPULAR.assertFits(popular.json());
        popular.items().forEach(Shape.POPULAR_PRODUCT::assertFits);
        assertThat(popular.number("windowDays")).isEqualTo(3);
        assertThat(popular.items()).hasSize(5).isSortedAccordingTo(BEST_FIRST);
        assertThat(popular.items())
                .extracting(item -> item.path("rank").asInt())
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(popular.items())
                .extracting(item -> item.path("name").asString())
                .contains("감귤 1");
    }

    private Reply refreshed() {
        client.post("/v1/products/popular/refreshes").asAdmin().send().expect("202");
        return client.get("/v1/products/popular").send().expect("200");
    }

    private static long sold(Reply popular, long product) {
        return popular.items().stream()
                .filter(item -> item.path("productId").asLong() == product)
                .mapToLong(item -> item.path("soldQuantity").asLong())
                .sum();
    }
}
