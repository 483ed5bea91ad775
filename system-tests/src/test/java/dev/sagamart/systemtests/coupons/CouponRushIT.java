package dev.sagamart.systemtests.coupons;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.systemtests.coupons.CouponRush.User;
import dev.sagamart.systemtests.http.Client;
import dev.sagamart.systemtests.http.Reply;
import dev.sagamart.systemtests.shop.Shop;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import dev.sagamart.systemtests.suite.SystemTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Ten thousand users come at once for a thousand coupons. */
@SystemTest
@Order(3)
class CouponRushIT {
    private static final int USERS = Integer.getInteger("sagamart.rush.users", 10_000);
    private static final int COUPONS = USERS / 10;
    private static final int WARM_UP = 1_000;
    private static final int WHO_ASK_AGAIN = 20;
    private static final int AT_ONCE = Integer.getInteger("sagamart.rush.at-once", 128);

    private final SuiteUnderTest suite;
    private final Books books;
    private final Client client;
    private final Shop shop;

    CouponRushIT(SuiteUnderTest suite) {
        this.suite = suite;
        this.books = new Books(suite);
        this.client = new Client(suite);
        this.shop = new Shop(client);
    }

    @Test
    void exactly_as_many_win_as_there_are_coupons_and_all_others_are_told_so() throws Exception {
        warmUp();
        List<User> users = users(USERS);
        long campaign = shop.open(Shop.campaign(Shop.fixed(100), COUPONS));

        Map<String, Reply> outcomes;
        List<String> unanswered;
        long begin = System.nanoTime();
        try (var rush = new CouponRush(campaign, users, AT_ONCE, List.of(client))) {
            outcomes = rush.outcomes();
            unanswered = rush.unanswered();
        }
        System.out.printf(
                "%d users at the gateway, %d at once: %d ms%n",
                USERS, AT_ONCE, Duration.ofNanos(System.nanoTime() - begin).toMillis());

        assertThat(unanswered).isEmpty();
        assertThat(outcomes).hasSize(USERS);
        assertThat(outcomes.values())
                .filteredOn(reply -> reply.status() != 201)
                .hasSize(USERS - COUPONS)
                .allMatch(reply -> reply.outcome().equals("409 COUPON_SOLD_OUT"));
        List<Reply> won = outcomes.values().stream()
                .filter(reply -> reply.status() == 201)
                .toList();
        assertThat(won)
                .extracting(reply -> reply.number("position"))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, COUPONS).boxed().toList());
        await().atMost(Duration.ofSeconds(30)).until(() -> books.held(campaign).size() == COUPONS);
        assertThat(books.held(campaign))
                .isEqualTo(outcomes.entrySet().stream()
                        .filter(outcome -> outcome.getValue().status() == 201)
                        .collect(toMap(
                                Map.Entry::getKey, outcome -> outcome.getValue().text("couponId"))));
        assertReported(campaign);
        assertNobodyGetsTwo(campaign, users, outcomes);
    }

    private void assertNobodyGetsTwo(long campaign, List<User> users, Map<String, Reply> outcomes) throws SQLException {
        users.stream()
                .filter(user ->
                        Objects.requireNonNull(outcomes.get(user.name())).status() == 201)
                .limit(WHO_ASK_AGAIN)
                .forEach(winner -> client.post("/v1/coupon-campaigns/" + campaign + "/coupons")
                        .bearer(winner.token())
                        .key("another-key-" + winner.name())
                        .send()
                        .expect("409 COUPON_ALREADY_ISSUED"));
        assertThat(books.held(campaign)).hasSize(COUPONS);
    }

    private void assertReported(long campaign) {
        String path = "/v1/coupon-campaigns/" + campaign;
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            JsonNode report =
                    client.get(path + "/report").asAdmin().send().expect("200").json();
            assertThat(report.path("requests").asLong()).isEqualTo(USERS);
            assertThat(report.path("granted").asLong()).isEqualTo(COUPONS);
            assertThat(report.path("refused").asLong()).isEqualTo(USERS - COUPONS);
            assertThat(report.at("/fairness/nobodyOvertaken").asBoolean()).isTrue();
        });
        assertThat(client.get(path).send().number("remaining")).isZero();
    }

    /** A suite that has hardly seen a coupon yet answers its first ones slowly. */
    private void warmUp() throws InterruptedException {
        long campaign = shop.open(Shop.campaign(Shop.fixed(100), WARM_UP / 2));
        try (var rush = new CouponRush(campaign, users(WARM_UP), AT_ONCE / 4, List.of(client))) {
            assertThat(rush.outcomes()).hasSize(WARM_UP);
        }
    }

    private List<User> users(int number) {
        var mint = suite.mint();
        return IntStream.range(0, number)
                .parallel()
                .mapToObj(each -> Shop.user("rush-" + each))
                .map(name -> new User(name, mint.token(name, false)))
                .toList();
    }
}
