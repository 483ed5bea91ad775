package dev.sagamart.systemtests.tracing;

import static dev.sagamart.systemtests.shop.Shop.fixed;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.systemtests.http.Client;
import dev.sagamart.systemtests.shop.Shop;
import dev.sagamart.systemtests.suite.SpanCollector.Seen;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import dev.sagamart.systemtests.suite.SystemTest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * One of ten requests is recorded, as in production, so each test goes on until it has seen one that is. A trace is whole
 * when its spans are one tree, and all that have to be there are.
 */
@SystemTest
@Order(3)
class OneTracePerOrderIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(200);

    private final SuiteUnderTest suite;
    private final Shop shop;

    OneTracePerOrderIT(SuiteUnderTest suite) {
        this.suite = suite;
        this.shop = new Shop(new Client(suite));
    }

    @Test
    void an_order_is_one_trace_from_the_gateway_through_every_participant_to_the_best_sellers() {
        String buyer = Shop.user("traced");
        shop.charge(buyer, 1_000_000);
        long product = shop.product(100, 10_000);

        awaitTrace(
                () -> shop.order(buyer, product, 1, shop.coupon(buyer, fixed(10)))
                        .expect("201"),
                trace -> {
                    assertThat(names(trace))
                            .contains(
                                    "gateway http post /v1/orders",
                                    "order-service http post /v1/orders",
                                    "coupon-service process coupon.commands",
                                    "product-service process product.commands",
                                    "point-service process point.commands",
                                    "order-service process order.replies",
                                    "ranking-service process order.events");
                    assertThat(trace).noneMatch(Seen::failed);
                });
    }

    @Test
    void taking_stock_and_giving_it_back_are_in_the_trace_of_the_order_that_failed() {
        String poor = Shop.user("traced-poor");
        long product = shop.product(100, 10);

        awaitTrace(() -> shop.order(poor, product, 1).expect("400 INSUFFICIENT_POINTS"), trace -> {
            assertThat(names(trace)).contains("gateway http post /v1/orders", "point-service process point.commands");
            assertThat(names(trace))
                    .filteredOn("product-service process product.commands"::equals)
                    .hasSize(2);
        });
    }

    @Test
    void a_charge_is_one_trace_to_the_log_of_charges() {
        String user = Shop.user("traced-charge");

        awaitTrace(
                () -> shop.charge(user, 1),
                trace -> assertThat(names(trace))
                        .contains(
                                "gateway http post /v1/points/charges",
                                "point-service http post /v1/points/charges",
                                "charge-log-service process point.events"));
    }

    /** Repeats the request until there is such a trace. */
    private void awaitTrace(Runnable request, Consumer<List<Seen>> complete) {
        await().atMost(PATIENCE).pollInterval(BETWEEN_REQUESTS).untilAsserted(() -> {
            request.run();
            assertThat(suite.spans().traces().values()).anySatisfy(trace -> {
                complete.accept(trace);
                assertOneTree(trace);
            });
        });
    }

    private static List<String> names(List<Seen> trace) {
        return trace.stream().map(span -> span.service() + " " + span.name()).toList();
    }

    private static void assertOneTree(List<Seen> trace) {
        Set<String> ids = trace.stream().map(Seen::id).collect(toSet());
        assertThat(trace)
                .filteredOn(span -> !ids.contains(span.parent()))
                .as("spans that hang on no other")
                .singleElement()
                .satisfies(root -> assertThat(root.service()).isEqualTo("gateway"));
    }
}
