package dev.sagamart.coupon.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a coupon takes off an order.
 *
 * @param value points or percent, as the type says
 * @param maxAmount the most it takes off, in points; at least 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Discount(
        DiscountType type, long value, @Nullable Long maxAmount) {
    public Discount {
        if (!type.allows(value) || (maxAmount != null && maxAmount < 1)) {
            throw new IllegalArgumentException("no such discount: " + type + " " + value + ", at most " + maxAmount);
        }
    }
}
