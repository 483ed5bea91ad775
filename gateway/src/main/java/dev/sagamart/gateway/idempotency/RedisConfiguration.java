package dev.sagamart.gateway.idempotency;

import java.time.Duration;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;
import org.redisson.config.ConstantDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A Redis client that gives up quickly, and that lets the gateway start while Redis is away. */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

    /** All are opened at once, so that none has to be opened while requests wait. */
    private static final int CONNECTIONS = 8;

    @Bean(destroyMethod = "shutdown")
    RedissonClient redis(RedisProperties redis, IdempotencyProperties idempotency) {
        int patience = (int) idempotency.patience().toMillis();
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
                .setRetryDelay(new ConstantDelay(untilRetry(idempotency.patience())))
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
