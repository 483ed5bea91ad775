package dev.sagamart.gateway.redis;

import java.time.Duration;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;
import org.redisson.config.ConstantDelay;

/** Makes a Redis client that gives up quickly, and that lets the gateway start while Redis is away. */
public final class RedisConnection {

    /** All are opened at once, so that none has to be opened while requests wait. */
    private static final int CONNECTIONS = 8;

    private RedisConnection() {}

    public static RedissonClient to(RedisProperties redis) {
        int patience = (int) redis.patience().toMillis();
        var config = new Config();
        config.setCodec(StringCodec.INSTANCE)
                .setLazyInitialization(true)
                .setUseScriptCache(true)
                .setThreads(2)
                .setNettyThreads(2);
        config.useSingleServer()
                .setAddress(redis.url())
                .setTimeout(patience)
                .setConnectTimeout(patience)
                .setRetryAttempts(1)
                .setRetryDelay(new ConstantDelay(untilRetry(redis.patience())))
                .setConnectionMinimumIdleSize(CONNECTIONS)
                .setConnectionPoolSize(CONNECTIONS)
                .setSubscriptionConnectionMinimumIdleSize(0);
        return Redisson.create(config);
    }

    /** The client also gives up on a command that has waited so long, twice, for a connection: not before our patience. */
    private static Duration untilRetry(Duration patience) {
        return patience.multipliedBy(2).dividedBy(3);
    }
}
