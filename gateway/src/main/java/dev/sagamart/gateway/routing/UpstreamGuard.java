package dev.sagamart.gateway.routing;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.util.function.UnaryOperator;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** Leaves a service alone that keeps failing, and lets one that hangs take no more than its share of requests with it. */
final class UpstreamGuard implements GatewayFilter {

    /** Every operator of the HTTP client asks for the context; this spares them the way through all filters to it. */
    private static final UnaryOperator<Context> KEPT_HERE = UnaryOperator.identity();

    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;

    UpstreamGuard(CircuitBreaker breaker, Bulkhead bulkhead) {
        this.breaker = breaker;
        this.bulkhead = bulkhead;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange)
                .contextWrite(KEPT_HERE)
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .transformDeferred(BulkheadOperator.of(bulkhead));
    }
}
