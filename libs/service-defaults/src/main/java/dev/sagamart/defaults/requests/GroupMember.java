package dev.sagamart.defaults.requests;

import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
        Supplier<Answer> effect,
        ContextSnapshot context,
        @Nullable RequestAttributes request,
        CompletableFuture<Optional<StoredAnswer>> outcome) {
    private static final ContextSnapshotFactory CONTEXTS =
            ContextSnapshotFactory.builder().build();

    static GroupMember of(RequestKey key, byte[] fingerprint, Supplier<Answer> effect) {
        return new GroupMember(
                key,
                fingerprint,
                effect,
                CONTEXTS.captureAll(),
                RequestContextHolder.getRequestAttributes(),
                new CompletableFuture<>());
    }

    StoredAnswer run(Function<Answer, StoredAnswer> render) {
        RequestContextHolder.setRequestAttributes(request);
        try (var _ = context.setThreadLocals()) {
            return render.apply(effect.get());
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }
}
