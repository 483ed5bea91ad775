package dev.sagamart.order.checkout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often what is outstanding was asked for again, and when: so much is kept however often it was.
 *
 * @param first null if it never was, like {@code last}
 */
record Repeats(int count, @Nullable Instant first, @Nullable Instant last) {
    static final Repeats NONE = new Repeats(0, null, null);

    Repeats andAt(Instant now) {
        return new Repeats(count + 1, first == null ? now : first, now);
    }
}
