package dev.sagamart.gateway.edge;

import java.time.Duration;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses bodies over the limit, announced or not, and lets no read carry a body to a service. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyLimitFilter implements WebFilter {

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final long limit;
    private final Duration patience;

    BodyLimitFilter(EdgeProperties properties) {
        this.limit = properties.largestBody().toBytes();
        this.patience = properties.bodyPatience();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (request.getHeaders().getContentLength() > limit) {
            return Mono.error(LimitedBody.tooLarge(limit));
        }
        return chain.filter(exchange.mutate().request(guarded(request)).build());
    }

    private ServerHttpRequest guarded(ServerHttpRequest request) {
        return READS.contains(request.getMethod())
                ? new BodilessRequest(request)
                : new LimitedBody(request, limit, patience);
    }
}
