package dev.sagamart.order.ordering;

import org.jspecify.annotations.Nullable;

/**
 * A product in an order.
 *
 * @param quantity 1..1000
 * @param unitPrice in points; null until the stock is taken and the price thereby fixed
 */
public record OrderLine(
        long productId, int quantity, @Nullable Long unitPrice) {
    public static final int MAX_QUANTITY = 1000;

    public OrderLine {
        if (productId < 1 || quantity < 1 || quantity > MAX_QUANTITY || (unitPrice != null && unitPrice < 0)) {
            throw new IllegalArgumentException("no such line: %d x %d".formatted(quantity, productId));
        }
    }

    public OrderLine pricedAt(long price) {
        return new OrderLine(productId, quantity, price);
    }

    /** What the line costs, in points. */
    public long amount() {
        if (unitPrice == null) {
            throw new IllegalStateException("the price is not fixed yet");
        }
        return Math.multiplyExact(unitPrice, (long) quantity);
    }
}
