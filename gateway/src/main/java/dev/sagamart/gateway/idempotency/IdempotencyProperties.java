package dev.sagamart.gateway.idempotency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How long and how much is remembered.
 *
 * @param lease how long a claim lives without a sign of life from the gateway that made it
 * @param retention how long an answer is given again
 * @param largestAnswer a larger answer is passed on but not kept
 */
@ConfigurationProperties("sagamart.gateway.idempotency")
record IdempotencyProperties(
        @DefaultValue("10s") Duration lease,
        @DefaultValue("24h") Duration retention,
        @DefaultValue("256KB") DataSize largestAnswer) {}
