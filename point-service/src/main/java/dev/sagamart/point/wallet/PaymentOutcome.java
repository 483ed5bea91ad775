package dev.sagamart.point.wallet;

/** What came of paying for an order; {@code balance} is what the user has now. */
public sealed interface PaymentOutcome {
    record Paid(long balance) implements PaymentOutcome {}

    /** Nothing was taken. */
    record InsufficientPoints(long balance) implements PaymentOutcome {}
}
