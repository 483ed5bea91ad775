package dev.sagamart.order.checkout;

/** Where a saga stands; the states and their moves are the table of {@link CheckoutSaga}. */
public enum CheckoutState {
    USING_COUPON,
    DEDUCTING_STOCK,
    DEDUCTING_POINTS,
    COMPENSATING,
    COMPLETED,
    REJECTED;

    boolean isEnd() {
        return this == COMPLETED || this == REJECTED;
    }
}
