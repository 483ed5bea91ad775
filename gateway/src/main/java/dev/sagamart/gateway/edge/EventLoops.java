package dev.sagamart.gateway.edge;

import io.netty.channel.EventLoop;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.http.server.reactive.AbstractServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerRequest;

/** The threads that serve connections; each also keeps the time of its requests, which spares threads waking each other. */
@Component
class EventLoops {

    private final Map<EventLoop, Scheduler> schedulers = new ConcurrentHashMap<>();

    /** @param request as the server has made it, not decorated */
    Scheduler of(ServerHttpRequest request) {
        HttpServerRequest served = AbstractServerHttpRequest.class.cast(request).getNativeRequest();
        var loop = new AtomicReference<Scheduler>();
        served.withConnection(connection -> loop.setPlain(
                schedulers.computeIfAbsent(connection.channel().eventLoop(), Schedulers::fromExecutorService)));
        return loop.getPlain();
    }
}
