package dev.sagamart.order.checkout;

import org.jspecify.annotations.Nullable;

/**
 * What a coupon takes off.
 *
 * @param percent whether {@code value} is a percentage (1..100) or points
 * @param maxDiscount the most it takes off, in points
 */
record DiscountTerms(boolean percent, long value, @Nullable Long maxDiscount) {
    /** The discount in points, rounded down; never negative and never more than the subtotal. */
    long on(long subtotal) {
        long discount = percent ? Math.multiplyExact(subtotal, value) / 100 : value;
        long capped = maxDiscount == null ? discount : Math.min(discount, maxDiscount);
        return Math.clamp(capped, 0, subtotal);
    }
}
