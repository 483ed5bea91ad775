package dev.sagamart.order.checkout;

import java.util.Random;

/** When a party dies while it handles a poll of messages; it is up again at once, with what it had committed. */
enum Crash {
    NEVER,
    /** The transaction is gone; the broker delivers again. */
    BEFORE_COMMIT,
    /** What was to be sent is not; the broker delivers again. */
    AFTER_COMMIT,
    /** Only the offsets are not committed; the broker delivers again. */
    AFTER_SENDING,
    /** It does not die but hangs, another instance handles the same poll, and then it goes on with what it had read. */
    NEVER_BUT_OVERTAKEN;

    private static final Crash[] ALL = values();

    /** Three times in four nothing happens. */
    static Crash any(Random random) {
        return random.nextInt(4) == 0 ? ALL[random.nextInt(ALL.length)] : NEVER;
    }

    boolean commits() {
        return this != BEFORE_COMMIT;
    }

    boolean sends() {
        return commits() && this != AFTER_COMMIT;
    }

    boolean deliversAgain() {
        return this == BEFORE_COMMIT || this == AFTER_COMMIT || this == AFTER_SENDING;
    }
}
