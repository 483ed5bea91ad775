package dev.sagamart.point.wallet;

/** A number of points that changes hands; at least one. */
public record Points(long value) {
    public Points {
        if (value < 1) {
            throw new IllegalArgumentException("not a number of points to give or take: " + value);
        }
    }
}
