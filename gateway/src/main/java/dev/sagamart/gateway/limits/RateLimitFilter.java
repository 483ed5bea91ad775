package dev.sagamart.gateway.limits;

import dev.sagamart.gateway.edge.ClientAddress;
import dev.sagamart.gateway.problem.GatewayProblem;
import dev.sagamart.gateway.problem.ProblemCode;
import java.security.Principal;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses what is over the limit of its address or its user; the answer tells the caller how they stand. */
@Component
@Order(RateLimitFilter.AFTER_AUTHORISATION)
class RateLimitFilter implements WebFilter {

    static final int AFTER_AUTHORISATION = 0;

    private static final String POLICY = "RateLimit-Policy";
    private static final String STANDING = "RateLimit";

    private final Allowances allowances;

    RateLimitFilter(Allowances allowances) {
        this.allowances = allowances;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.defer(() -> {
            apply(allowances.ofAddress(ClientAddress.of(exchange).network()), exchange.getResponse());
            return exchange.getPrincipal()
                    .map(Principal::getName)
                    .doOnNext(user -> apply(allowances.ofUser(user), exchange.getResponse()))
                    .then(Mono.defer(() -> chain.filter(exchange)));
        });
    }

    private static void apply(Verdict verdict, ServerHttpResponse response) {
        if (!verdict.admitted()) {
            throw refusal(verdict);
        }
        response.getHeaders().set(POLICY, verdict.limit().policy());
        response.getHeaders().set(STANDING, verdict.standing());
    }

    private static GatewayProblem refusal(Verdict verdict) {
        return new GatewayProblem(
                        ProblemCode.TOO_MANY_REQUESTS,
                        "Too many requests of this " + verdict.limit().name() + ".")
                .with(HttpHeaders.RETRY_AFTER, verdict.retryAfter())
                .with(POLICY, verdict.limit().policy())
                .with(STANDING, verdict.standing());
    }
}
