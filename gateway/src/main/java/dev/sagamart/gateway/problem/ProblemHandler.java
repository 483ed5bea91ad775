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

    /** Where a request stops being HTTP, the HTTP server answers before us and hangs up. */
    private static final String ANSWERED_BY_THE_SERVER = "Status and headers already sent";

    private final ProblemWriter writer;

    ProblemHandler(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (ANSWERED_BY_THE_SERVER.equals(failure.getMessage())) {
            return Mono.empty();
        }
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        var problem = ProblemTranslation.of(failure);
        report(exchange, failure, problem);
        return writer.write(exchange, problem);
    }

    /** The client hears nothing of the cause, so the log must. */
    private static void report(ServerWebExchange exchange, Throwable failure, GatewayProblem problem) {
        if (!problem.code().status().is5xxServerError() || failure instanceof GatewayProblem) {
            return;
        }
        var request = exchange.getRequest();
        if (problem.code() == ProblemCode.INTERNAL_ERROR) {
            log.error("{} {} failed", request.getMethod(), request.getURI().getRawPath(), failure);
        } else {
            log.warn(
                    "{} {} was not answered: {}",
                    request.getMethod(),
                    request.getURI().getRawPath(),
                    failure.toString());
        }
    }
}
