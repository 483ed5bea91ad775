package dev.sagamart.coupon.campaign;

import com.fasterxml.jackson.annotation.JsonCreator;

/** How a discount is computed. */
public enum DiscountType {
    /** A number of points, 1..1,000,000,000. */
    FIXED(1_000_000_000),
    /** A share of the subtotal, 1..100. */
    PERCENT(100);

    private final long highest;

    DiscountType(long highest) {
        this.highest = highest;
    }

    /** By its exact name; the default would also take one with blanks around it. */
    @JsonCreator
    static DiscountType named(String name) {
        return valueOf(name);
    }

    public long highest() {
        return highest;
    }

    public boolean allows(long value) {
        return value >= 1 && value <= highest;
    }
}
