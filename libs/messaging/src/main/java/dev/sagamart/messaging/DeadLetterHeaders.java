package dev.sagamart.messaging;

/** Header names of dead letters: why one is dead, and what it keeps when it is replayed. */
public final class DeadLetterHeaders {
    /** Why it could not be handled. */
    public static final String REASON = "dlt-reason";

    /** The consumer group that gave up. */
    public static final String GROUP = "dlt-group";

    /** Where it was on its topic. */
    public static final String OFFSET = "dlt-offset";

    /** How often it was replayed. */
    public static final String REPLAYS = "replay-count";

    /** When it failed for the first time, RFC 3339. */
    public static final String FIRST_FAILED_AT = "replay-first-failed-at";

    /** Where it was on its topic when it failed for the first time: its place among the records of its key. */
    public static final String FIRST_OFFSET = "replay-first-offset";

    private DeadLetterHeaders() {}

    /** Whether this header is about one failure, and so does not go with a replay. */
    public static boolean tellsOfFailure(String name) {
        return name.startsWith("dlt-");
    }

    /** Whether this header follows a record through all of its replays. */
    public static boolean tellsOfReplays(String name) {
        return name.startsWith("replay-");
    }
}
