package dev.sagamart.ranking.popular;

import java.time.Duration;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;
import org.redisson.config.ConstantDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A Redis client that connects when it is first needed and does not wait long. */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

    @Bean(destroyMethod = "shutdown")
    RedissonClient redisson(RedisProperties properties) {
        int timeout = Math.toIntExact(properties.timeout().toMillis());
        var config = new Config();
        config.setCodec(StringCodec.INSTANCE);
        config.setLazyInitialization(true);
        config.setThreads(2);
        config.setNettyThreads(2);
        config.useSingleServer()
                .setAddress(properties.url())
                .setConnectionPoolSize(16)
                .setConnectionMinimumIdleSize(1)
                .setConnectTimeout(timeout)
                .setTimeout(timeout)
                .setRetryAttempts(1)
                .setRetryDelay(new ConstantDelay(Duration.ofMillis(50)));
        return Redisson.create(config);
    }
}
