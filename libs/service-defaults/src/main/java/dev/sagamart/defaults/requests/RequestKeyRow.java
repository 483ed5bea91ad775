package dev.sagamart.defaults.requests;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A committed request key: which request it stands for, and its outcome or the resource that will tell. */
@SuppressWarnings("ArrayRecordComponent") // compared by isFor only
record RequestKeyRow(
        byte[] fingerprint,
        @Nullable UUID resource,
        @Nullable StoredAnswer stored) {
    boolean isFor(byte[] other) {
        return MessageDigest.isEqual(fingerprint, other);
    }

    Optional<StoredAnswer> answer() {
        return Optional.ofNullable(stored);
    }
}
