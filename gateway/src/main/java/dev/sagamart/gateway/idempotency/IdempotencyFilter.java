package dev.sagamart.gateway.idempotency;

import java.security.Principal;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Stands before every write: reads the request whole, and lets it through to the service at most once per key. */
@Component
public class IdempotencyFilter implements GatewayFilter {

    private static final String DEGRADED = "Idempotency-Degraded";

    private final AnswerOnce answers;

    IdempotencyFilter(AnswerOnce answers) {
        this.answers = answers;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return Mono.defer(() -> {
            var key = IdempotencyKey.of(exchange.getRequest().getHeaders());
            return exchange.getPrincipal()
                    .map(Principal::getName)
                    .zipWith(BufferedRequest.read(exchange.getRequest()))
                    .flatMap(read -> answer(read.getT1(), read.getT2(), key, exchange, chain))
                    .flatMap(answer -> answer.writeTo(exchange.getResponse()));
        });
    }

    private Mono<Answer> answer(
            String userId, byte[] body, IdempotencyKey key, ServerWebExchange exchange, GatewayFilterChain chain) {
        var attempt = Attempt.of(userId, exchange.getRequest(), body, key);
        var call = call(new BufferedRequest(exchange.getRequest(), body, key), exchange, chain);
        return answers.answer(attempt, call, () -> markDegraded(exchange.getResponse()));
    }

    /** The call to the service, away from the client's connection in both directions. */
    private static Mono<Answer> call(BufferedRequest request, ServerWebExchange exchange, GatewayFilterChain chain) {
        return Mono.defer(() -> {
            var captured = new CapturedResponse();
            var detached = exchange.mutate().request(request).response(captured).build();
            return chain.filter(detached).then(Mono.fromSupplier(captured::answer));
        });
    }

    private static void markDegraded(ServerHttpResponse response) {
        response.beforeCommit(
                () -> Mono.fromRunnable(() -> response.getHeaders().set(DEGRADED, "true")));
    }
}
