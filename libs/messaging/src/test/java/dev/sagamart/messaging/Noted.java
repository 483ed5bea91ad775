package dev.sagamart.messaging;

import dev.sagamart.contracts.MessageType;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** A message with a required text, a required number and a field that may be missing. */
@NullMarked
@MessageType("test.noted.v1")
public record Noted(String note, long number, @Nullable String remark) {
    public static Noted of(String note) {
        return new Noted(note, 1, null);
    }
}
