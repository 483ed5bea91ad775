package dev.sagamart.order.checkout;

/** What became of an operator's wish. */
public enum Steering {
    DONE,
    /** The saga has ended; nothing is outstanding. */
    ENDED,
    /** The order is rejected and being undone, for whatever reason it was. */
    COMPENSATING_ALREADY,
    NO_SUCH_SAGA
}
