package dev.sagamart.gateway.requests;

import dev.sagamart.gateway.idempotency.KnownRequest;
import dev.sagamart.gateway.idempotency.KnownRequests;
import dev.sagamart.gateway.problem.GatewayProblem;
import dev.sagamart.gateway.problem.ProblemCode;
import dev.sagamart.gateway.routing.OwnAnswer;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What happened to my request? The same key may name requests to several paths; the latest is told. */
@Component
class RequestLookup implements OwnAnswer {

    private static final Comparator<KnownRequest> LATEST = Comparator.comparing(KnownRequest::requestedAt);

    private final KnownRequests store;
    private final ServiceRecords services;
    private final JsonMapper json;

    RequestLookup(KnownRequests store, ServiceRecords services, JsonMapper json) {
        this.store = store;
        this.services = services;
        this.json = json;
    }

    @Override
    public String path() {
        return "/v1/requests/{idempotencyKey}";
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var request = exchange.getRequest();
        requireJsonIsWanted(request);
        var elements = request.getPath().pathWithinApplication().elements();
        var key = ((PathContainer.PathSegment) elements.getLast()).valueToMatch();
        return exchange.<JwtAuthenticationToken>getPrincipal()
                .flatMap(user -> find(user, key, request.getQueryParams().getFirst("path")))
                .switchIfEmpty(Mono.error(RequestLookup::unknown))
                .flatMap(found -> answer(exchange, RequestView.of(key, found)));
    }

    private Mono<KnownRequest> find(JwtAuthenticationToken user, String key, @Nullable String path) {
        return store.of(user.getName(), key)
                .mapNotNull(known -> latest(known, path))
                .switchIfEmpty(Mono.defer(() ->
                        services.of(key, user.getToken().getTokenValue()).mapNotNull(known -> latest(known, path))));
    }

    private static @Nullable KnownRequest latest(List<KnownRequest> known, @Nullable String path) {
        return known.stream()
                .filter(request -> path == null || request.operation().endsWith(" " + path))
                .max(LATEST)
                .orElse(null);
    }

    private Mono<Void> answer(ServerWebExchange exchange, RequestView view) {
        var response = exchange.getResponse();
        byte[] body = json.writeValueAsBytes(view);
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static void requireJsonIsWanted(ServerHttpRequest request) {
        try {
            var wanted = request.getHeaders().getAccept();
            if (!wanted.isEmpty() && wanted.stream().noneMatch(MediaType.APPLICATION_JSON::isCompatibleWith)) {
                throw notAcceptable();
            }
        } catch (InvalidMediaTypeException malformed) {
            throw notAcceptable();
        }
    }

    private static GatewayProblem notAcceptable() {
        return new GatewayProblem(ProblemCode.NOT_ACCEPTABLE, "This is offered as application/json.");
    }

    private static GatewayProblem unknown() {
        return new GatewayProblem(ProblemCode.NOT_FOUND, "You have made no request with this key.");
    }
}
