package dev.sagamart.conformance.toy;

import java.util.EnumSet;
import java.util.Set;

/** What implementations get wrong. */
public enum Flaw {
    /** The service does not keep keys: only the gateway does. */
    FORGETFUL_SERVICE,
    /** The gateway keeps answers in memory only. */
    FORGETS_WHEN_KILLED(FORGETFUL_SERVICE),
    /** A restart of the store empties it. */
    STORE_IN_MEMORY(FORGETFUL_SERVICE),
    /** A claim is not renewed while the work goes on. */
    LEASE_RUNS_OUT(FORGETFUL_SERVICE),
    /** Whoever gives up frees the key, even if it is another's by now. */
    FREES_WHAT_IS_ANOTHERS,
    /** Looks for a key first and takes it then. */
    CHECKS_THEN_ACTS(FORGETFUL_SERVICE),
    NO_FINGERPRINT,
    IGNORES_USER,
    IGNORES_ENDPOINT,
    /** Replays the answer, and calls the service all the same. */
    CALLS_ON_REPLAY(FORGETFUL_SERVICE),
    /** Decodes each buffer of the body as text. */
    DECODES_BUFFERS,
    /** Keeps an answer only when the client has got it. */
    LOST_WITH_THE_CLIENT,
    TAKES_HALF_A_BODY,
    /** Counts only bodies whose length is announced. */
    BELIEVES_IN_LENGTHS,
    SMALLER_THAN_PROMISED,
    KEEPS_FAILURES,
    KEEPS_MISTAKES,
    FORGETS_REFUSALS,
    TAKES_OLD_TOKENS,
    NEEDS_NO_KEY,
    TAKES_ANY_KEY,
    QUOTES_COUNT,
    KEYS_ON_READS,
    UNMARKED_REPLAYS,
    REPLAYS_COOKIES,
    SILENTLY_DEGRADED,
    TELLS_ANYBODY,
    TELLS_NO_PLACE,
    TELLS_FROM_THE_STORE,
    SILENT_WHILE_WORKING;

    private final Set<Flaw> others;

    /** @param others without which this one does no harm */
    Flaw(Flaw... others) {
        this.others = Set.of(others);
    }

    /** This one and those that it needs to do harm. */
    public Set<Flaw> withOthers() {
        var all = EnumSet.of(this);
        all.addAll(others);
        return all;
    }
}
