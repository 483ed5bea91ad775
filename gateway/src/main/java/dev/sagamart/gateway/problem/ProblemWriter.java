package dev.sagamart.gateway.problem;

import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem as the answer of an exchange, in place of whatever a service may have begun to answer. */
@Component
public class ProblemWriter {

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    public Mono<Void> write(ServerWebExchange exchange, GatewayProblem problem) {
        var response = exchange.getResponse();
        response.setStatusCode(problem.code().status());
        response.getHeaders().clear();
        response.getHeaders().putAll(problem.headers());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        byte[] body = json.writeValueAsBytes(body(exchange, problem));
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static ProblemBody body(ServerWebExchange exchange, GatewayProblem problem) {
        var code = problem.code();
        return new ProblemBody(
                "urn:sagamart:problem:" + code.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                code.title(),
                code.status().value(),
                problem.detail(),
                exchange.getRequest().getURI().getRawPath(),
                code.name(),
                Trace.of(exchange).map(Trace::id).orElse(null));
    }
}
