package dev.sagamart.gateway.edge;

import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Ends every request in time, even one whose answer trickles in byte by byte. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 7)
class DeadlineFilter implements WebFilter {

    private final EventLoops loops;
    private final Duration patience;

    DeadlineFilter(EventLoops loops, EdgeProperties properties) {
        this.loops = loops;
        this.patience = properties.answerPatience();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange).timeout(patience, loops.of(exchange.getRequest()));
    }
}
