package dev.sagamart.gateway.edge;

import dev.sagamart.gateway.problem.GatewayProblem;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Turns requests away while too many are being worked on, so that memory does not run out. Operators always get in. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 6)
class InFlightFilter implements WebFilter {

    private final AtomicInteger inFlight = new AtomicInteger();
    private final int most;

    InFlightFilter(EdgeProperties properties, MeterRegistry meters) {
        this.most = properties.mostInFlight();
        meters.gauge("sagamart.gateway.in.flight", inFlight);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (isForOperators(exchange)) {
            return chain.filter(exchange);
        }
        return Mono.defer(() -> {
            if (inFlight.incrementAndGet() > most) {
                inFlight.decrementAndGet();
                return Mono.error(GatewayProblem::unavailable);
            }
            return chain.filter(exchange).doFinally(end -> inFlight.decrementAndGet());
        });
    }

    private static boolean isForOperators(ServerWebExchange exchange) {
        return exchange.getRequest().getURI().getRawPath().startsWith("/actuator/");
    }
}
