package dev.sagamart.gateway.edge;

import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets in what is unambiguous, without what a client has no business to say; a read brings no body. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BorderFilter implements WebFilter {

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final EventLoops loops;
    private final EdgeProperties properties;

    BorderFilter(EventLoops loops, EdgeProperties properties) {
        this.loops = loops;
        this.properties = properties;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        ClientAddress.remember(exchange, properties.trustedProxies());
        boolean reads = READS.contains(request.getMethod());
        BorderHeaders.clean(exchange, reads);
        var guarded = reads ? new BodilessRequest(request) : new LimitedRequest(request, limits(), loops.of(request));
        return chain.filter(exchange.mutate().request(guarded).build());
    }

    private LimitedRequest.Limits limits() {
        return new LimitedRequest.Limits(properties.largestBody().toBytes(), properties.bodyPatience());
    }
}
