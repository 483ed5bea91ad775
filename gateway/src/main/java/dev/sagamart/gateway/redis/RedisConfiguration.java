package dev.sagamart.gateway.redis;

import org.redisson.api.RedissonClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;

/** The one Redis client of the gateway. */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

    @Bean(destroyMethod = "shutdown")
    RedissonClient redis(RedisProperties properties, ReactorResourceFactory resources) {
        return RedisConnection.to(properties, resources.getLoopResources());
    }
}
