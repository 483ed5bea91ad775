package dev.sagamart.order.checkout;

/** Which of the sagas that have not ended are wanted. */
public enum CheckoutFilter {
    /** To be looked at now by any instance. */
    DUE,
    /** Asked again at least once. */
    RETRYING,
    /** Compensations that have been asked for suspiciously often. */
    STUCK,
    ANY
}
