package dev.sagamart.gateway.routing;

import dev.sagamart.gateway.problem.GatewayProblem;
import dev.sagamart.gateway.problem.ProblemCode;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Ends a request for a known path with a method that the path does not offer. */
final class MethodNotAllowedFilter implements GatewayFilter {

    private final String allowed;

    MethodNotAllowedFilter(List<Endpoint> offered) {
        this.allowed = offered.stream()
                .flatMap(endpoint -> endpoint.methods().stream())
                .map(HttpMethod::name)
                .collect(Collectors.joining(", "));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return Mono.error(() -> new GatewayProblem(ProblemCode.METHOD_NOT_ALLOWED, "This path offers " + allowed + ".")
                .with(HttpHeaders.ALLOW, allowed));
    }
}
