package dev.sagamart.order.checkout;

/** What an order takes, in this order. */
enum CheckoutStep {
    COUPON,
    STOCK,
    POINTS
}
