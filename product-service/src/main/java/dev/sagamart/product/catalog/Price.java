package dev.sagamart.product.catalog;

/** A unit price in points, 1 to 1,000,000,000. */
public record Price(long points) {
    public static final long MAX = 1_000_000_000;

    public Price {
        if (points < 1 || points > MAX) {
            throw new IllegalArgumentException("not a price: " + points);
        }
    }
}
