package dev.sagamart.coupon.issuing;

/** What Redis says to a user who wants a coupon. */
sealed interface Claim {
    /**
     * The user has one, from now on or since before.
     *
     * @param pending whether the broker may not know it yet
     */
    record Granted(Grant grant, boolean pending) implements Claim {}

    /**
     * None is left.
     *
     * @param last the position of the last one
     */
    record SoldOut(long last) implements Claim {}

    /** It is too early or too late. */
    record NotOpen() implements Claim {}

    /** Counters were lost: nobody knows until they are rebuilt. */
    record Closed() implements Claim {}

    /** Reads a verdict of the script. */
    static Claim of(long campaignId, StockState state, String verdict, String grant) {
        return switch (verdict) {
            case "PENDING" -> new Granted(Grant.parse(campaignId, grant), true);
            case "HELD" -> new Granted(Grant.parse(campaignId, grant), false);
            case "SOLD_OUT" -> new SoldOut(state.last());
            case "NOT_OPEN" -> new NotOpen();
            case "CLOSED" -> new Closed();
            default -> throw new IllegalArgumentException(verdict);
        };
    }
}
