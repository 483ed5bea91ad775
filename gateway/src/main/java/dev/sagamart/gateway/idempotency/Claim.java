package dev.sagamart.gateway.idempotency;

/** What the store said about an attempt. */
sealed interface Claim {

    /** The attempt is the first, and has the key until it completes or releases it. */
    record Granted() implements Claim {}

    /** The same request is being worked on. */
    record InProgress() implements Claim {}

    /** The key names another request. */
    record Reused() implements Claim {}

    /** The same request has been answered. */
    record Answered(Answer answer) implements Claim {}

    /** The store did not say; it may or may not have taken note of the attempt. */
    record Unknown() implements Claim {}
}
