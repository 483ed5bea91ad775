package dev.sagamart.order.checkout;

import org.jspecify.annotations.Nullable;

/**
 * Why a saga took a step.
 *
 * @param step that a participant answered about, or null if none did
 * @param code of a refusal
 */
record Cause(
        Kind kind, @Nullable CheckoutStep step, @Nullable String code) {
    enum Kind {
        TAKEN,
        REFUSED,
        GIVEN_BACK,
        TIMED_OUT,
        CANCELLED
    }

    static Cause taken(CheckoutStep step) {
        return new Cause(Kind.TAKEN, step, null);
    }

    static Cause refused(CheckoutStep step, String code) {
        return new Cause(Kind.REFUSED, step, code);
    }

    static Cause givenBack(CheckoutStep step) {
        return new Cause(Kind.GIVEN_BACK, step, null);
    }

    static Cause of(Kind kind) {
        return new Cause(kind, null, null);
    }
}
