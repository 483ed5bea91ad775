package dev.sagamart.gateway.edge;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.AbstractServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerRequest;

/** Ends every request in time, even one whose answer trickles in byte by byte. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 7)
class DeadlineFilter implements WebFilter {

    private final Map<EventLoop, Scheduler> loops = new ConcurrentHashMap<>();
    private final Duration patience;

    DeadlineFilter(EdgeProperties properties) {
        this.patience = properties.answerPatience();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange).timeout(patience, loopOf(exchange));
    }

    /** The thread that serves the connection also keeps its time, which spares two threads waking each other. */
    private Scheduler loopOf(ServerWebExchange exchange) {
        HttpServerRequest request =
                AbstractServerHttpRequest.class.cast(exchange.getRequest()).getNativeRequest();
        var scheduler = new AtomicReference<Scheduler>();
        request.withConnection(connection -> scheduler.setPlain(
                loops.computeIfAbsent(connection.channel().eventLoop(), Schedulers::fromExecutorService)));
        return scheduler.getPlain();
    }
}
