package dev.sagamart.gateway.idempotency;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the idempotency records are kept.
 *
 * @param url {@code redis://host:port} or {@code rediss://host:port}
 */
@ConfigurationProperties("sagamart.redis")
record RedisProperties(
        @DefaultValue("redis://127.0.0.1:6380") String url) {}
