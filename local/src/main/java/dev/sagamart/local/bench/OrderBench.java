package dev.sagamart.local.bench;

import dev.sagamart.local.api.Answer;
import dev.sagamart.local.api.Api;
import dev.sagamart.local.infrastructure.TokenMint;
import dev.sagamart.local.suite.SuiteFailed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Places orders over a fixed number of connections, each waiting for its answer before it sends the next. */
public final class OrderBench {
    private static final int PRODUCTS = 20;
    private static final int STOCK = 1_000_000_000;
    private static final int PRICE = 10;
    private static final int USERS_PER_CONNECTION = 20;
    private static final int CHARGE = 1_000_000;

    private final String gateway;
    private final TokenMint mint;
    private final int connections;
    private final String run = "bench-" + UUID.randomUUID().toString().substring(0, 8);

    public OrderBench(String gateway, TokenMint mint, int connections) {
        this.gateway = gateway;
        this.mint = mint;
        this.connections = connections;
    }

    /** Measures after the warm-up and answers a report for people. */
    public String run(Duration warmup, Duration measured) {
        List<Long> products = products();
        List<Connection> all = new ArrayList<>();
        for (int index = 0; index < connections; index++) {
            all.add(new Connection(new Api(gateway), users(index), products));
        }
        repeat(all, warmup);
        Latencies latencies = repeat(all, measured);
        return latencies.report(connections, measured);
    }

    private static Latencies repeat(List<Connection> all, Duration time) {
        var latencies = new Latencies();
        long end = System.nanoTime() + time.toNanos();
        List<Thread> threads = all.stream()
                .map(connection -> Thread.ofVirtual().start(() -> connection.orderUntil(end, latencies)))
                .toList();
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException interrupted) {
            threads.forEach(Thread::interrupt);
            throw new SuiteFailed("interrupted");
        }
        return latencies;
    }

    private List<Long> products() {
        List<Long> products = new ArrayList<>();
        try (var api = new Api(gateway)) {
            Api.User admin = api.as(mint.token("bench-admin", true));
            for (int index = 0; index < PRODUCTS; index++) {
                var product = Map.of("name", run + " " + index, "price", PRICE, "stock", STOCK);
                products.add(created(admin.post("/v1/products", product)).number("productId"));
            }
        }
        return products;
    }

    private List<String> users(int connection) {
        List<String> tokens = new ArrayList<>();
        try (var api = new Api(gateway)) {
            for (int user = 0; user < USERS_PER_CONNECTION; user++) {
                String token = mint.token(run + "-" + connection + "-" + user, false);
                created(api.as(token).post("/v1/points/charges", Map.of("amount", CHARGE)));
                tokens.add(token);
            }
        }
        return tokens;
    }

    private static Answer created(Answer answer) {
        if (answer.status() != 201) {
            throw new SuiteFailed("the bench cannot be prepared: " + answer.outcome() + " " + answer.text());
        }
        return answer;
    }

    /** One client with a connection of its own, that acts for its users in turn. */
    private record Connection(Api api, List<String> users, List<Long> products) {

        void orderUntil(long end, Latencies latencies) {
            for (int turn = 0; System.nanoTime() < end; turn++) {
                long product = products.get(ThreadLocalRandom.current().nextInt(products.size()));
                var body = Map.of("items", List.of(Map.of("productId", product, "quantity", 1)));
                Api.User user = api.as(users.get(turn % users.size()));
                long begin = System.nanoTime();
                Answer answer = user.post("/v1/orders", body);
                latencies.add(System.nanoTime() - begin, answer.outcome());
            }
        }
    }
}
