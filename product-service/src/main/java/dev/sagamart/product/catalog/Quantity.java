package dev.sagamart.product.catalog;

/** How many units are moved, 1 to 1,000,000,000. */
public record Quantity(long units) {
    public static final long MAX = 1_000_000_000;

    public Quantity {
        if (units < 1 || units > MAX) {
            throw new IllegalArgumentException("not a quantity: " + units);
        }
    }
}
