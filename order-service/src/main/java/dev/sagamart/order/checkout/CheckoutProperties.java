package dev.sagamart.order.checkout;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The patience of the saga.
 *
 * @param stepDeadline when a command without reply is sent again; doubles with every attempt
 * @param orderDeadline when an order without verdict is refused
 * @param longestPause the most between two attempts of a compensation
 * @param stuckAfter attempts of a compensation after which it counts as stuck
 */
@ConfigurationProperties("sagamart.checkout")
record CheckoutProperties(
        @DefaultValue("3s") Duration stepDeadline,
        @DefaultValue("30s") Duration orderDeadline,
        @DefaultValue("30s") Duration longestPause,
        @DefaultValue("10") int stuckAfter) {
    /** The pause before a command is sent for the next time after so many attempts. */
    Duration pauseAfter(int attempts) {
        Duration pause = stepDeadline.multipliedBy(1L << Math.min(attempts, 10));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
