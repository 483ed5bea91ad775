package dev.sagamart.gateway.requests;

import dev.sagamart.gateway.idempotency.KnownRequest;
import dev.sagamart.gateway.idempotency.KnownRequests;
import dev.sagamart.gateway.problem.GatewayProblem;
import dev.sagamart.gateway.problem.ProblemCode;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What happened to my request? The same key may name requests to several paths; the latest is told. */
@RestController
class RequestController {

    private static final Comparator<KnownRequest> LATEST = Comparator.comparing(KnownRequest::requestedAt);

    private final KnownRequests store;
    private final ServiceRecords services;

    RequestController(KnownRequests store, ServiceRecords services) {
        this.store = store;
        this.services = services;
    }

    @GetMapping(path = "/v1/requests/{idempotencyKey}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<RequestView> find(
            @PathVariable("idempotencyKey") String key,
            @RequestParam(required = false) @Nullable String path,
            JwtAuthenticationToken user) {
        return store.of(user.getName(), key)
                .mapNotNull(known -> latest(known, path))
                .switchIfEmpty(Mono.defer(() ->
                        services.of(key, user.getToken().getTokenValue()).mapNotNull(known -> latest(known, path))))
                .map(request -> RequestView.of(key, request))
                .switchIfEmpty(Mono.error(RequestController::unknown));
    }

    private static @Nullable KnownRequest latest(List<KnownRequest> known, @Nullable String path) {
        return known.stream()
                .filter(request -> path == null || request.operation().endsWith(" " + path))
                .max(LATEST)
                .orElse(null);
    }

    private static GatewayProblem unknown() {
        return new GatewayProblem(ProblemCode.NOT_FOUND, "You have made no request with this key.");
    }
}
