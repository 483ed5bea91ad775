package dev.sagamart.order.checkout;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sagamart.order.ordering.OrderLine;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one step of an order takes, and gives back if it must: a coupon, or products, or points.
 *
 * @param certain false if it was never told whether it had been taken before it was asked back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Movement(
        boolean certain,
        @Nullable UUID couponId,
        @Nullable List<OrderLine> lines,
        @Nullable Long points) {
    static Movement of(CheckoutStep step, Checkout it, boolean certain) {
        return switch (step) {
            case COUPON -> new Movement(certain, it.couponId(), null, null);
            case STOCK -> new Movement(certain, null, it.lines(), null);
            case POINTS -> new Movement(certain, null, null, it.total());
        };
    }
}
