package dev.sagamart.gateway.redis;

import dev.sagamart.testsupport.infrastructure.Infrastructure;
import java.time.Duration;
import org.redisson.api.RedissonClient;
import reactor.netty.http.HttpResources;

/** The real Redis, for tests that do without the rest of the gateway. */
public final class TestRedis {

    private static final RedisProperties PROPERTIES =
            new RedisProperties(Infrastructure.redisUrl(), Duration.ofSeconds(5));

    /** One client for all tests, as the gateway has one. */
    public static final RedissonClient CLIENT = RedisConnection.to(PROPERTIES, HttpResources.get());

    private TestRedis() {}

    public static Scripts scripts() {
        return new Scripts(CLIENT, PROPERTIES);
    }
}
