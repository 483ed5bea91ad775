package dev.sagamart.defaults.requests;

import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** A write that waits for the transaction of its group, with the context of the request it comes from. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record GroupMember(
        RequestKey key,
        byte[] fingerprint,
        Consumer<Set<String>> preparation,
        Supplier<Answer> effect,
        ContextSnapshot context,
        @Nullable RequestAttributes request) {
    private static final ContextSnapshotFactory CONTEXTS =
            ContextSnapshotFactory.builder().build();

    static GroupMember of(
            RequestKey key, byte[] fingerprint, Consumer<Set<String>> preparation, Supplier<Answer> effect) {
        return new GroupMember(
                key,
                fingerprint,
                preparation,
                effect,
                CONTEXTS.captureAll(),
                RequestContextHolder.getRequestAttributes());
    }

    KeyClaim claim() {
        return new KeyClaim(key, fingerprint, null);
    }

    StoredAnswer run(Function<Answer, StoredAnswer> render) {
        RequestAttributes before = RequestContextHolder.getRequestAttributes();
        RequestContextHolder.setRequestAttributes(request);
        try (var _ = context.setThreadLocals()) {
            return render.apply(effect.get());
        } finally {
            RequestContextHolder.setRequestAttributes(before);
        }
    }
}
