package dev.sagamart.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.systemtests.http.Call;
import dev.sagamart.systemtests.http.Client;
import dev.sagamart.systemtests.http.Reply;
import dev.sagamart.systemtests.shop.Pages;
import dev.sagamart.systemtests.shop.Shop;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import dev.sagamart.systemtests.suite.SystemTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Redis may forget every key at any moment: the services remember. */
@SystemTest
@Order(4)
class ForgottenKeysIT {
    private static final int USERS = 40;
    private static final int ORDERS_EACH = 5;
    private static final int POINTS = 100_000;
    private static final int PRICE = 10;
    private static final int STOCK = 1_000_000;

    private final SuiteUnderTest suite;
    private final Client client;
    private final Shop shop;

    ForgottenKeysIT(SuiteUnderTest suite) {
        this.suite = suite;
        this.client = new Client(suite);
        this.shop = new Shop(client);
    }

    /** An order, and what was heard of it by two who sent it at the same time. */
    private record Sent(String user, String key, CompletableFuture<Reply> one, CompletableFuture<Reply> other) {
        Stream<CompletableFuture<Reply>> both() {
            return Stream.of(one, other);
        }
    }

    @Test
    void two_hundred_orders_that_are_repeated_are_made_once_though_redis_loses_everything() throws IOException {
        long product = shop.product(PRICE, STOCK);
        List<String> users =
                Stream.generate(() -> Shop.user("forgotten")).limit(USERS).toList();
        users.forEach(user -> shop.charge(user, POINTS));
        var heard = new AtomicInteger();

        List<Sent> orders;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            orders = IntStream.range(0, USERS * ORDERS_EACH)
                    .mapToObj(number -> {
                        String user = users.get(number % USERS);
                        String key = UUID.randomUUID().toString();
                        Supplier<Reply> order = () -> {
                            Reply outcome = Insisting.on(order(user, key, product));
                            heard.incrementAndGet();
                            return outcome;
                        };
                        return new Sent(
                                user,
                                key,
                                CompletableFuture.supplyAsync(order, threads),
                                CompletableFuture.supplyAsync(order, threads));
                    })
                    .toList();
            await().atMost(Duration.ofMinutes(1)).until(() -> heard.get() >= 20);
            forgetEverything();
            suite.kill("redis");
            await().atMost(Duration.ofMinutes(1)).until(() -> heard.get() >= 60 || allHeard(orders));
            suite.start("redis");
        }

        orders.forEach(sent -> {
            Reply first = sent.one().join();
            first.expect("201");
            assertThat(sent.other().join().text("orderId")).isEqualTo(first.text("orderId"));
            Reply again = Insisting.on(order(sent.user(), sent.key(), product));
            assertThat(again.text("orderId")).isEqualTo(first.text("orderId"));
        });
        users.forEach(user -> {
            assertThat(new Pages(client, user).all("/v1/orders")).hasSize(ORDERS_EACH);
            assertThat(shop.balance(user)).isEqualTo(POINTS - ORDERS_EACH * PRICE);
        });
        assertThat(shop.stock(product)).isEqualTo(STOCK - USERS * ORDERS_EACH);
    }

    @Test
    void what_became_of_a_request_is_known_though_redis_has_forgotten_it() throws IOException {
        String user = Shop.user("forgotten");
        long product = shop.product(PRICE, STOCK);
        long campaign = shop.open(Shop.campaign(Shop.fixed(1), 1));
        String charge = UUID.randomUUID().toString();
        String order = UUID.randomUUID().toString();
        String coupon = UUID.randomUUID().toString();
        client.post("/v1/points/charges")
                .as(user)
                .key(charge)
                .json(Map.of("amount", 5))
                .send()
                .expect("201");
        Reply refused = order(user, order, product).send().expect("400 INSUFFICIENT_POINTS");
        String coupons = "/v1/coupon-campaigns/" + campaign + "/coupons";
        client.post(coupons).as(user).key(coupon).send().expect("201");

        forgetEverything();

        assertCompleted(user, charge, "/v1/points/charges", 201, "");
        assertCompleted(user, order, "/v1/orders", 400, "/v1/orders/" + refused.text("orderId"));
        await().untilAsserted(() -> assertCompleted(user, coupon, coupons, 201, ""));
        client.get("/v1/requests/" + order).as(Shop.user("stranger")).send().expect("404 NOT_FOUND");
        client.get("/v1/requests/" + UUID.randomUUID()).as(user).send().expect("404 NOT_FOUND");
    }

    private void assertCompleted(String user, String key, String path, int status, String location) {
        Reply request = client.get("/v1/requests/" + key).as(user).send().expect("200");

        assertThat(request.text("state")).isEqualTo("COMPLETED");
        assertThat(request.text("method")).isEqualTo("POST");
        assertThat(request.text("path")).isEqualTo(path);
        assertThat(request.number("status")).isEqualTo(status);
        assertThat(request.text("location")).isEqualTo(location);
    }

    private static boolean allHeard(List<Sent> orders) {
        return orders.stream().flatMap(Sent::both).allMatch(CompletableFuture::isDone);
    }

    private Call order(String user, String key, long product) {
        return client.post("/v1/orders").as(user).key(key).json(Map.of("items", List.of(Shop.item(product, 1))));
    }

    private void forgetEverything() throws IOException {
        try (var redis = new Socket("127.0.0.1", suite.ports().redis())) {
            redis.getOutputStream().write("FLUSHALL\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(redis.getInputStream().read()).isEqualTo('+');
        }
    }
}
