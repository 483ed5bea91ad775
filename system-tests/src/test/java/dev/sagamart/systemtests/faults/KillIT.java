package dev.sagamart.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.systemtests.http.Client;
import dev.sagamart.systemtests.shop.Shop;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import dev.sagamart.systemtests.suite.SystemTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code kill -9} in the middle of a crowd of buyers loses no order, makes none twice, and charges nobody twice. */
@SystemTest
@Order(4)
class KillIT {
    private static final long PLENTY = 100_000_000;
    private static final long SCARCE = 30;
    private static final long RICH = 1_000_000;
    private static final long POOR = 1_000;
    private static final int RICH_BUYERS = 9;
    private static final int POOR_BUYERS = 3;
    private static final Duration SETTLED = Duration.ofSeconds(60);

    private final SuiteUnderTest suite;
    private final Client client;
    private final Shop shop;
    private final BehindTheScenes scenes;
    private final List<Buyer> everybody = new ArrayList<>();
    private long plenty;

    KillIT(SuiteUnderTest suite) {
        this.suite = suite;
        this.client = new Client(suite);
        this.shop = new Shop(client);
        this.scenes = new BehindTheScenes(suite);
    }

    @BeforeAll
    void a_product_that_all_rounds_share() {
        plenty = shop.product(1, PLENTY);
    }

    /** @param noticing how many of the buyers cannot help noticing that the process is away */
    @ParameterizedTest
    @CsvSource({"order, 12", "product, 12", "point, 12", "coupon, 1", "gateway, 12"})
    void orders_survive_the_death_of_a_service(String process, int noticing) {
        long scarce = shop.product(300, SCARCE);
        List<Buyer> buyers = buyers(new Goods(plenty, scarce));
        everybody.addAll(buyers);

        try (var crowd = new Crowd(buyers)) {
            crowd.awaitOutcomes(3);
            suite.kill(process);
            crowd.awaitTrouble(noticing);
            suite.start(process);
            crowd.awaitOutcomes(3);
            crowd.goHome();
        }

        await().atMost(SETTLED).untilAsserted(() -> new Books(client, buyers).assertEveryOrderHasEnded());
        await().atMost(SETTLED).until(scenes::openSagas, open -> open == 0);
        var books = new Books(client, buyers);
        books.assertEveryKeyMadeOneOrder();
        books.assertEveryBalanceIsWhatWasNotSpent();
        books.assertCouponsAreUsedByCompletedOrders();
        books.assertStock(scarce, SCARCE);
        assertThat(books.refusals()).contains("OUT_OF_STOCK", "INSUFFICIENT_POINTS");
        assertPlentyAddsUp();
        assertThat(scenes.deadLetters()).isEmpty();
    }

    private void assertPlentyAddsUp() {
        var books = new Books(client, everybody);
        books.assertStock(plenty, PLENTY);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(soldAsRanked()).isEqualTo(books.sold(plenty)));
    }

    private long soldAsRanked() {
        client.post("/v1/products/popular/refreshes").asAdmin().send().expect("202");
        return client.get("/v1/products/popular").send().expect("200").items().stream()
                .filter(item -> item.path("productId").asLong() == plenty)
                .mapToLong(item -> item.path("soldQuantity").asLong())
                .sum();
    }

    private List<Buyer> buyers(Goods goods) {
        int number = RICH_BUYERS + POOR_BUYERS;
        List<Long> campaigns = Stream.generate(() -> shop.open(Shop.campaign(Shop.fixed(50), number)))
                .limit(6)
                .toList();
        return Stream.concat(
                        Stream.generate(() -> new Buyer(client, goods, RICH, campaigns))
                                .limit(RICH_BUYERS),
                        Stream.generate(() -> new Buyer(client, goods, POOR, campaigns))
                                .limit(POOR_BUYERS))
                .toList();
    }
}
