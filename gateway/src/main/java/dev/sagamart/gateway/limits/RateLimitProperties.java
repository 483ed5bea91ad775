package dev.sagamart.gateway.limits;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The limits; a rate is in requests per second, a burst is how many may come at once after a pause.
 *
 * @param userRate of each user with a valid token
 * @param addressRate of each client address, or IPv6 network of 64 bits; many users may share one
 * @param shareEvery how often at most the gateways compare their counts
 */
@Validated
@ConfigurationProperties("sagamart.gateway.limits")
record RateLimitProperties(
        @DefaultValue("200") @Positive @Max(1_000_000) int userRate,
        @DefaultValue("1000") @Positive @Max(1_000_000) int userBurst,
        @DefaultValue("2000") @Positive @Max(1_000_000) int addressRate,
        @DefaultValue("10000") @Positive @Max(1_000_000) int addressBurst,
        @DefaultValue("100ms") Duration shareEvery) {

    Limit user() {
        return new Limit("user", userRate, userBurst);
    }

    Limit address() {
        return new Limit("address", addressRate, addressBurst);
    }
}
