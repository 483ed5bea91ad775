package dev.sagamart.chaos.history;

/**
 * What has become of an operation, as far as its client knows.
 *
 * @param begin of the first attempt, milliseconds of the epoch
 * @param end of the last
 * @param attempts how many there were
 * @param resource the id that any answer named, may be empty
 */
public record Outcome(
        Operation operation,
        long begin,
        long end,
        int attempts,
        Certainty certainty,
        int status,
        String code,
        String resource,
        long value) {

    /** As the attempt says, or as an earlier one where this one does not. */
    public static Outcome of(Operation operation, long begin, Attempt last, String resource) {
        String known = last.resource().isEmpty() ? resource : last.resource();
        return new Outcome(
                operation,
                begin,
                last.end(),
                last.number(),
                last.certainty(),
                last.status(),
                last.code(),
                known,
                last.value());
    }

    public boolean isKnown() {
        return certainty != Certainty.INFO;
    }
}
