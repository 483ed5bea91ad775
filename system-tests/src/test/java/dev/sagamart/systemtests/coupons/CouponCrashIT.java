package dev.sagamart.systemtests.coupons;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.faultagent.CrashPoint;
import dev.sagamart.local.suite.SuiteOptions;
import dev.sagamart.systemtests.coupons.CouponRush.User;
import dev.sagamart.systemtests.http.Client;
import dev.sagamart.systemtests.http.Reply;
import dev.sagamart.systemtests.shop.Shop;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import dev.sagamart.systemtests.suite.SystemTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One of two coupon-services dies at an exact place while a crowd is there. Between the grant and the answer by default;
 * {@code sagamart.rush.crash-points} names others, such as {@code CP2,CP4,CP5,CP8}.
 */
@SystemTest
@Order(4)
class CouponCrashIT {
    private static final int USERS = 400;
    private static final int COUPONS = 200;
    private static final int AT_ONCE = 20;
    private static final int PASSING = 30;
    private static final int BATCHES = 2;

    private final ArmedCoupon armed;
    private final Books books;
    private final Client client;
    private final Shop shop;

    CouponCrashIT(SuiteUnderTest suite) {
        this.armed = new ArmedCoupon(suite, SuiteOptions.findRoot());
        this.books = new Books(suite);
        this.client = new Client(suite);
        this.shop = new Shop(client);
    }

    @AfterAll
    void one_is_enough_again() {
        armed.kill();
    }

    static Stream<CrashPoint> points() {
        return Stream.of(System.getProperty("sagamart.rush.crash-points", "CP7").split(","))
                .map(CrashPoint::valueOf);
    }

    @ParameterizedTest
    @MethodSource("points")
    void nobody_gets_too_much_and_nothing_promised_is_lost(CrashPoint point) throws Exception {
        armed.start();
        long campaign = shop.open(Shop.campaign(Shop.fixed(1), COUPONS));
        armed.crash(point, isOfBatches(point) ? BATCHES : PASSING);
        await().until(armed::isArmed);

        Map<String, Reply> outcomes;
        try (var rush =
                new CouponRush(campaign, users(), AT_ONCE, List.of(new Client(armed), new Client(armed.other())))) {
            outcomes = rush.outcomes();
        }

        await().atMost(Duration.ofSeconds(30)).until(() -> armed.crashes(point) > 0 && !armed.isRunning());
        Map<String, String> won = outcomes.entrySet().stream()
                .filter(outcome -> outcome.getValue().status() == 201)
                .collect(toMap(Map.Entry::getKey, outcome -> outcome.getValue().text("couponId")));
        assertThat(won).hasSize(COUPONS);
        assertThat(outcomes.values())
                .filteredOn(reply -> reply.status() != 201)
                .allMatch(reply -> reply.outcome().equals("409 COUPON_SOLD_OUT"));
        await().atMost(Duration.ofSeconds(60)).until(() -> books.held(campaign).size() == COUPONS);
        assertThat(books.held(campaign)).isEqualTo(won);
        assertThat(client.get("/v1/coupon-campaigns/" + campaign).send().number("remaining"))
                .isZero();
    }

    /** Many coupons pass these places together. */
    private static boolean isOfBatches(CrashPoint point) {
        return point == CrashPoint.CP2 || point == CrashPoint.CP4;
    }

    private List<User> users() {
        return IntStream.range(0, USERS)
                .mapToObj(number -> Shop.user("crash-" + number))
                .map(name -> new User(name, armed.mint().token(name, false)))
                .toList();
    }
}
