package dev.sagamart.order.checkout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a saga.
 *
 * @param at when, or when for the first time
 * @param step whom it concerns, if it is one step
 * @param detail a code or the type of a message
 * @param times how often, more than once only for {@code ASKED_AGAIN}
 * @param until when for the last time
 */
public record CheckoutEvent(
        Instant at,
        Kind kind,
        @Nullable CheckoutStep step,
        @Nullable String detail,
        int times,
        @Nullable Instant until,
        @Nullable Movement movement) {
    /** What it was; the names stand in the journal, so they stay. */
    public enum Kind {
        PLACED,
        ASKED,
        ASKED_AGAIN,
        TAKEN,
        REFUSED,
        TIMED_OUT,
        CANCELLED,
        COMPLETED,
        REJECTED,
        ASKED_BACK,
        GIVEN_BACK,
        UNDONE,
        REPLY_IGNORED;

        /** Whether a participant said it. */
        public boolean isReply() {
            return this == TAKEN || this == REFUSED || this == GIVEN_BACK || this == REPLY_IGNORED;
        }
    }

    CheckoutEvent with(Movement moved) {
        return new CheckoutEvent(at, kind, step, detail, times, until, moved);
    }

    public static CheckoutEvent of(Instant at, Kind kind, @Nullable String detail) {
        return new CheckoutEvent(at, kind, null, detail, 1, null, null);
    }
}
