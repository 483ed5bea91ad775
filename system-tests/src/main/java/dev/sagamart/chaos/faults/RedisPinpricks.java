package dev.sagamart.chaos.faults;

import dev.sagamart.chaos.cluster.Cluster;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Little things that go missing in a Redis that keeps running. */
final class RedisPinpricks {
    private enum Prick {
        A_STOCK,
        AN_ANSWER,
        THE_SCRIPTS,
        THE_CONNECTIONS
    }

    private static final Duration CAUGHT_WITHIN = Duration.ofSeconds(30);

    private RedisPinpricks() {}

    static Aim any(Cluster cluster, RandomGenerator random) {
        Prick prick = Chance.oneOf(List.of(Prick.values()), random);
        return new Aim(
                "redis loses " + prick.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                Set.of("redis"),
                () -> Blow.done(inflict(prick, new RedisPort(cluster.redis()), random)));
    }

    private static Proof inflict(Prick prick, RedisPort redis, RandomGenerator random) {
        return switch (prick) {
            case A_STOCK -> deleteOne("coupon:{*}:grants", redis, random);
            case AN_ANSWER -> deleteOne("idempotency:*", redis, random);
            case THE_SCRIPTS ->
                new Proof("scripts flushed", number("OK".equals(redis.call("SCRIPT", "FLUSH")) ? "1" : "0"));
            case THE_CONNECTIONS ->
                new Proof("connections ended", number(redis.call("CLIENT", "KILL", "TYPE", "normal")));
        };
    }

    /** Records of requests come and go, so it may take a while to catch one. */
    private static Proof deleteOne(String pattern, RedisPort redis, RandomGenerator random) {
        var deleted = new long[1];
        Waiting.until(CAUGHT_WITHIN, () -> {
            List<String> keys = redis.list("KEYS", pattern);
            deleted[0] = keys.isEmpty() ? 0 : number(redis.call("DEL", Chance.oneOf(keys, random)));
            return deleted[0] > 0;
        });
        return new Proof("keys like " + pattern + " deleted", deleted[0]);
    }

    private static long number(@Nullable String text) {
        return text == null ? 0 : Long.parseLong(text);
    }
}
