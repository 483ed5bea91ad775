package dev.sagamart.gateway.redis;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The store that all gateways share.
 *
 * @param url {@code redis://host:port} or {@code rediss://host:port}
 * @param patience the longest that anything waits for it
 */
@ConfigurationProperties("sagamart.redis")
public record RedisProperties(
        @DefaultValue("redis://127.0.0.1:6380") String url,
        @DefaultValue("450ms") Duration patience) {}
