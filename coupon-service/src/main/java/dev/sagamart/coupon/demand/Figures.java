package dev.sagamart.coupon.demand;

/**
 * How many asked in one second, and what they were told.
 *
 * @param refused those who were told that none is left
 * @param refusedAfter the lowest position that was the last one when one of them was told so,
 *     {@link #NOBODY} if nobody was
 * @param unanswered those who were asked to try again
 */
record Figures(long requests, long refused, long refusedAfter, long unanswered) {
    static final long NOBODY = Long.MAX_VALUE;
    static final Figures ONE_SERVED = new Figures(1, 0, NOBODY, 0);
    static final Figures ONE_UNANSWERED = new Figures(1, 0, NOBODY, 1);

    static Figures oneRefusedAfter(long position) {
        return new Figures(1, 1, position, 0);
    }

    Figures plus(Figures more) {
        return new Figures(
                requests + more.requests,
                refused + more.refused,
                Math.min(refusedAfter, more.refusedAfter),
                unanswered + more.unanswered);
    }
}
