package dev.sagamart.gateway.redis;

import org.redisson.api.RedissonClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one Redis client of the gateway. */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

    @Bean(destroyMethod = "shutdown")
    RedissonClient redis(RedisProperties properties) {
        return RedisConnection.to(properties);
    }
}
