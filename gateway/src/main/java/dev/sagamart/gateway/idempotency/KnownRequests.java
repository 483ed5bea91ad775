package dev.sagamart.gateway.idempotency;

import dev.sagamart.gateway.redis.Script;
import dev.sagamart.gateway.redis.Scripts;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks up what the store still knows of a user's requests. */
@Component
public class KnownRequests {

    private static final Script FIND = Script.of("idempotency/find");
    private static final int VALUES = 5;

    private final Scripts scripts;
    private final AnswerFormat format;
    private final CircuitBreaker breaker;

    KnownRequests(Scripts scripts, AnswerFormat format, CircuitBreakerRegistry breakers) {
        this.scripts = scripts;
        this.format = format;
        this.breaker = breakers.circuitBreaker(IdempotencyStore.BREAKER);
    }

    /**
     * The user's requests with this key; none if the store has forgotten them or cannot be asked.
     *
     * @throws dev.sagamart.gateway.problem.GatewayProblem if this cannot be a key
     */
    public Mono<List<KnownRequest>> of(String userId, String key) {
        var nonce = IdempotencyKey.of(key);
        return scripts.run(FIND, List.of(Attempt.nonceKey(userId, nonce)))
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .map(this::read)
                .onErrorReturn(List.of());
    }

    private List<KnownRequest> read(List<String> said) {
        var known = new ArrayList<KnownRequest>();
        for (int at = 0; at < said.size(); at += VALUES) {
            known.add(read(said.get(at), said.get(at + 1), said.get(at + 3), said.get(at + 4)));
        }
        return known;
    }

    private KnownRequest read(String operation, String requested, String status, String headers) {
        var requestedAt = Instant.ofEpochMilli(Long.parseLong(requested));
        if (status.isEmpty()) {
            return new KnownRequest(operation, requestedAt, null, null);
        }
        var location = format.readHeaders(headers).getFirst(HttpHeaders.LOCATION);
        return new KnownRequest(operation, requestedAt, Integer.valueOf(status), location);
    }
}
