package dev.sagamart.gateway.edge;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Lets no request be answered within the very call that delivered it.
 *
 * <p>The HTTP server of this Boot line (reactor-netty 1.3.7, its issue 4361) otherwise stops reading a kept-alive
 * connection for ever, when a request that had to queue is refused at once. To go when the server is newer.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LaterFilter implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange).subscribeOn(Schedulers.parallel());
    }
}
