package dev.sagamart.gateway.requests;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sagamart.gateway.idempotency.KnownRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a user is told about a request; status and location are there once it is completed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequestView(
        String idempotencyKey,
        State state,
        String method,
        String path,
        @Nullable Integer status,
        @Nullable String location,
        Instant requestedAt) {

    enum State {
        PROCESSING,
        COMPLETED
    }

    static RequestView of(String key, KnownRequest request) {
        int space = request.operation().indexOf(' ');
        return new RequestView(
                key,
                request.status() == null ? State.PROCESSING : State.COMPLETED,
                request.operation().substring(0, space),
                request.operation().substring(space + 1),
                request.status(),
                request.location(),
                request.requestedAt());
    }
}
