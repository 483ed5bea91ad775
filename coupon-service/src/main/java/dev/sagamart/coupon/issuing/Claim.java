package dev.sagamart.coupon.issuing;

/** What Redis says to a user who wants a coupon. */
sealed interface Claim {
    /**
     * The user has one, from now on or since before.
     *
     * @param pending whether the broker may not know it yet
     */
    record Granted(Grant grant, boolean pending) implements Claim {}

    /** None is left. */
    record SoldOut() implements Claim {}

    /** It is too early or too late. */
    record NotOpen() implements Claim {}

    /** Counters were lost: nobody knows until they are rebuilt. */
    record Closed() implements Claim {}
}
