package dev.sagamart.gateway.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The short way for a token that was verified a moment ago. The rules are those of the long way; it spares a request the
 * steps whose result is known.
 */
final class KnownCallers implements SecurityWebFilterChain {

    private static final String CALLER = KnownCallers.class.getName();
    private static final String SCHEME = "Bearer ";

    private final RememberingTokenDecoder tokens;
    private final IdentityProblems problems;

    KnownCallers(RememberingTokenDecoder tokens, IdentityProblems problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    @Override
    public Mono<Boolean> matches(ServerWebExchange exchange) {
        var caller = caller(exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION));
        if (caller == null) {
            return Mono.just(false);
        }
        exchange.getAttributes().put(CALLER, caller);
        return Mono.just(true);
    }

    @Override
    public Flux<WebFilter> getWebFilters() {
        return Flux.just(this::admit);
    }

    private Mono<Void> admit(ServerWebExchange exchange, WebFilterChain chain) {
        JwtAuthenticationToken caller = exchange.getRequiredAttribute(CALLER);
        return TableAuthorization.admits(TableAuthorization.accessTo(exchange), caller)
                ? chain.filter(exchange.mutate().principal(Mono.just(caller)).build())
                : problems.handle(exchange, new AccessDeniedException("not with this token"));
    }

    /** Anything but a token that we remember is for the long way to judge. */
    private @Nullable JwtAuthenticationToken caller(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? tokens.remembered(header.substring(SCHEME.length()))
                : null;
    }
}
