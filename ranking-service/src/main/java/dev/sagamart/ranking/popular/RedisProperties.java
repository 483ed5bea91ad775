package dev.sagamart.ranking.popular;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Redis is.
 *
 * @param timeout how long a command or a connection may take
 */
@ConfigurationProperties("sagamart.redis")
record RedisProperties(
        @DefaultValue("redis://127.0.0.1:6380") String url,
        @DefaultValue("300ms") Duration timeout) {}
