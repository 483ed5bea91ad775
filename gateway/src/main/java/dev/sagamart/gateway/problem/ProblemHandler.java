package dev.sagamart.gateway.problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** The one place where a failure of the gateway becomes an answer; runs before the framework's own handlers. */
@Component
@Order(-2)
class ProblemHandler implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    private final ProblemWriter writer;

    ProblemHandler(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        var problem = ProblemTranslation.of(failure);
        if (problem.code() == ProblemCode.INTERNAL_ERROR && !(failure instanceof GatewayProblem)) {
            log.error("{} {} failed", exchange.getRequest().getMethod(), exchange.getLogPrefix(), failure);
        }
        return writer.write(exchange, problem);
    }
}
