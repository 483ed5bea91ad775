package dev.sagamart.chaos.mutants;

import dev.sagamart.chaos.cluster.Cluster;
import dev.sagamart.chaos.oracle.Redis;
import dev.sagamart.chaos.proxy.Direction;
import dev.sagamart.chaos.proxy.Proxy;
import dev.sagamart.chaos.proxy.Trouble;
import dev.sagamart.local.suite.Service;
import dev.sagamart.systemtests.http.Client;
import dev.sagamart.systemtests.http.Entrance;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Does a gateway that was stopped for longer than its claim lives leave the claim of the other one alone? The service
 * does not answer meanwhile, so the stopped one releases its claim as soon as it goes on.
 */
final class WhoseClaim implements Question {
    private static final String USER = "whose-claim";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SHORTER_THAN_A_CALL = Duration.ofSeconds(4);
    private static final Duration LOOK = Duration.ofMillis(20);

    @Override
    public List<String> wrong(Cluster cluster) throws Exception {
        List<String> gateways = cluster.instances(Service.GATEWAY);
        Proxy way = cluster.link("gateway", Service.POINT.label());
        String key = UUID.randomUUID().toString();
        try (var redis = new Redis(cluster.redis())) {
            way.trouble(Direction.REPLY, new Trouble.BlackHole());
            CompletableFuture<Void> first = charge(cluster, gateways.getFirst(), key);
            String firstOwner = await(redis, Objects::nonNull);
            cluster.pause(gateways.getFirst());
            await(redis, Objects::isNull);
            CompletableFuture<Void> second = charge(cluster, gateways.getLast(), key);
            String secondOwner = await(redis, Objects::nonNull);
            cluster.resume(gateways.getFirst());
            String owner = lastOwner(redis, secondOwner);
            first.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            second.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return Objects.equals(owner, secondOwner)
                    ? List.of()
                    : List.of("the claim of " + secondOwner + " was " + owner + " when " + firstOwner + " had let go");
        } finally {
            cluster.resume(gateways.getFirst());
            way.heal();
        }
    }

    private static CompletableFuture<Void> charge(Cluster cluster, String gateway, String key) {
        var client = new Client(new Entrance(cluster.url(gateway), cluster.mint()));
        return CompletableFuture.runAsync(
                () -> client.post("/v1/points/charges")
                        .as(USER)
                        .key(key)
                        .json(Map.of("amount", 100))
                        .send(),
                task -> Thread.ofVirtual().start(task));
    }

    private static @Nullable String await(Redis redis, Predicate<@Nullable String> condition)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        String owner = owner(redis);
        while (!condition.test(owner)) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IllegalStateException("the claim is still " + owner);
            }
            Thread.sleep(LOOK);
            owner = owner(redis);
        }
        return owner;
    }

    /** Who has the claim at the end of the time in which it can only be this one. */
    private static @Nullable String lastOwner(Redis redis, @Nullable String owner)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        String now = owner;
        while (Objects.equals(now, owner) && System.nanoTime() - begin < SHORTER_THAN_A_CALL.toNanos()) {
            Thread.sleep(LOOK);
            now = owner(redis);
        }
        return now;
    }

    private static @Nullable String owner(Redis redis) throws IOException {
        List<String> records = redis.keys("idempotency:" + USER + ":*");
        return records.isEmpty() ? null : redis.text("HGET", records.getFirst(), "owner");
    }
}
