package dev.sagamart.gateway.routing;

import dev.sagamart.gateway.problem.GatewayProblem;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Lets only problem documents through as errors of a service: an error page may name hosts and classes. */
final class UpstreamErrorFilter implements GatewayFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange).then(Mono.defer(() -> replaceForeignError(exchange.getResponse())));
    }

    private static Mono<Void> replaceForeignError(ServerHttpResponse response) {
        var status = response.getStatusCode();
        if (status == null || !status.isError() || isProblem(response)) {
            return Mono.empty();
        }
        return Mono.error(GatewayProblem.ofStatus(status.value()));
    }

    private static boolean isProblem(ServerHttpResponse response) {
        var type = response.getHeaders().getFirst("Content-Type");
        return type != null && type.startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    }
}
