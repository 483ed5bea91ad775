package dev.sagamart.coupon.issuing;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the counters are.
 *
 * @param url {@code redis://host:port} or {@code rediss://host:port}
 */
@Validated
@ConfigurationProperties("sagamart.redis")
record RedisProperties(
        @NotBlank @DefaultValue("redis://127.0.0.1:6380") String url) {}
