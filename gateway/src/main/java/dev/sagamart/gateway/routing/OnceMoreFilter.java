package dev.sagamart.gateway.routing;

import java.io.IOException;
import java.time.Duration;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

/** Asks once more if the connection broke. For reads only: a write may have been done all the same. */
final class OnceMoreFilter implements GatewayFilter {

    private static final Duration PAUSE = Duration.ofMillis(50);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange)
                .onErrorResume(
                        IOException.class,
                        broken -> exchange.getResponse().isCommitted()
                                ? Mono.error(broken)
                                : Mono.delay(PAUSE).then(Mono.defer(() -> again(exchange, chain))));
    }

    private static Mono<Void> again(ServerWebExchange exchange, GatewayFilterChain chain) {
        Connection broken = exchange.getAttribute(ServerWebExchangeUtils.CLIENT_RESPONSE_CONN_ATTR);
        if (broken != null) {
            broken.dispose();
        }
        ServerWebExchangeUtils.reset(exchange);
        return chain.filter(exchange);
    }
}
