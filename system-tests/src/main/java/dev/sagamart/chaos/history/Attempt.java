package dev.sagamart.chaos.history;

/**
 * One request of an operation and what came back.
 *
 * @param op the operation
 * @param number 1, 2, … within the operation
 * @param gateway 0, 1, …
 * @param begin milliseconds of the epoch, as {@code end}
 * @param status 0 when there was no answer
 * @param code of a problem, or the status of an order; may be empty
 * @param replayed whether the gateway says that the answer is an earlier one
 * @param degraded whether the gateway says that it could not look for one
 * @param retryAfter the header, may be empty
 * @param sha of the answer's body, shortened
 * @param resource the id that the answer names, may be empty
 * @param value the balance or total that the answer names, or -1
 * @param trouble why there was no answer, may be empty
 */
public record Attempt(
        long op,
        int number,
        int gateway,
        long begin,
        long end,
        int status,
        String code,
        boolean replayed,
        boolean degraded,
        String retryAfter,
        String sha,
        String resource,
        long value,
        String trouble) {

    /** An attempt that was not answered. */
    public static Attempt unanswered(long op, int number, int gateway, long begin, long end, String trouble) {
        return new Attempt(op, number, gateway, begin, end, 0, "", false, false, "", "", "", -1, trouble);
    }

    public boolean isInProgress() {
        return status == 409 && code.equals("REQUEST_IN_PROGRESS");
    }

    /** Whether the answer settles the operation; what is busy, broken or pending may still become anything. */
    public boolean isDefinite() {
        return status != 0 && status != 202 && status != 408 && status != 429 && status < 500 && !isInProgress();
    }

    public Certainty certainty() {
        if (!isDefinite()) {
            return Certainty.INFO;
        }
        return status < 300 ? Certainty.OK : Certainty.FAIL;
    }
}
