package dev.sagamart.coupon.issuing;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The times of issuing.
 *
 * @param acknowledgement how long a request waits for the broker; also how long lost counters stay lost at least, so
 *     that what was on its way is counted
 * @param patience age at which a pending grant is sent again
 * @param aftermath how long after its end a campaign still answers those who won
 * @param soldOut how long an instance that heard that a campaign is sold out refuses without asking again; shorter than
 *     {@code acknowledgement}, the shortest time in which coupons can come back
 * @param catchingUp how long rebuilding counters waits for the database to catch up before it is tried again
 */
@Validated
@ConfigurationProperties("sagamart.issuing")
record IssuingProperties(
        @NotNull @DefaultValue("2s") Duration acknowledgement,
        @NotNull @DefaultValue("3s") Duration patience,
        @NotNull @DefaultValue("24h") Duration aftermath,
        @NotNull @DefaultValue("300ms") Duration soldOut,
        @NotNull @DefaultValue("30s") Duration catchingUp) {

    IssuingProperties {
        if (soldOut.multipliedBy(2).compareTo(acknowledgement) > 0) {
            throw new IllegalArgumentException("sold-out must be at most half of acknowledgement");
        }
    }
}
