package dev.sagamart.order.checkout;

/** What an order takes, in this order. */
public enum CheckoutStep {
    COUPON,
    STOCK,
    POINTS
}
