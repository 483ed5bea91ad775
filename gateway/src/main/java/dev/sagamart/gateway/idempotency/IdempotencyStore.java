package dev.sagamart.gateway.idempotency;

import dev.sagamart.gateway.redis.Script;
import dev.sagamart.gateway.redis.Scripts;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The records in Redis. A failure never surfaces: it is counted, and the caller goes on without the store. */
@Component
class IdempotencyStore {

    static final String BREAKER = "idempotency-store";

    private static final Script CLAIM = Script.of("idempotency/claim");
    private static final Script COMPLETE = Script.of("idempotency/complete");
    private static final Script RENEW = Script.of("idempotency/renew");
    private static final Script RELEASE = Script.of("idempotency/release");

    private final Scripts scripts;
    private final AnswerFormat format;
    private final IdempotencyProperties properties;
    private final IdempotencyMetrics metrics;
    private final CircuitBreaker breaker;

    IdempotencyStore(
            Scripts scripts,
            AnswerFormat format,
            IdempotencyProperties properties,
            IdempotencyMetrics metrics,
            CircuitBreakerRegistry breakers) {
        this.scripts = scripts;
        this.format = format;
        this.properties = properties;
        this.metrics = metrics;
        this.breaker = breakers.circuitBreaker(BREAKER);
    }

    Mono<Claim> claim(Attempt attempt) {
        return run(
                        CLAIM,
                        attempt,
                        attempt.owner(),
                        attempt.fingerprint(),
                        properties.lease().toMillis(),
                        attempt.operation(),
                        properties.retention().toMillis())
                .map(said -> claim(attempt, said))
                .onErrorResume(failure -> Mono.just(new Claim.Unknown()));
    }

    /** Keeps the answer; gives back the one to send, which is another attempt's if that one came first. */
    Mono<Answer> complete(Attempt attempt, Answer answer) {
        return run(
                        COMPLETE,
                        attempt,
                        attempt.owner(),
                        attempt.fingerprint(),
                        properties.retention().toMillis(),
                        answer.status(),
                        format.headers(answer),
                        format.body(answer),
                        attempt.operation())
                .map(said -> completed(attempt, answer, said))
                .onErrorResume(failure -> Mono.fromSupplier(() -> {
                    metrics.count("store_failed");
                    return answer;
                }));
    }

    /** Whether the claim is still ours; a store that does not answer is no reason to give up. */
    Mono<Boolean> renew(Attempt attempt) {
        return run(RENEW, attempt, attempt.owner(), properties.lease().toMillis())
                .map(said -> said.getFirst().equals("RENEWED"))
                .onErrorReturn(true);
    }

    Mono<Void> release(Attempt attempt) {
        return run(RELEASE, attempt, attempt.owner()).then().onErrorComplete();
    }

    private Claim claim(Attempt attempt, List<String> said) {
        if (!said.get(1).equals(attempt.fingerprint())) {
            return new Claim.Reused();
        }
        return switch (said.getFirst()) {
            case "PROCESSING" -> new Claim.InProgress();
            case "COMPLETED" -> new Claim.Answered(format.read(said.get(2), said.get(3), said.get(4)));
            case "GRANTED_OVER_UNREADABLE" -> {
                metrics.count("unreadable");
                yield new Claim.Granted();
            }
            default -> new Claim.Granted();
        };
    }

    private Answer completed(Attempt attempt, Answer answer, List<String> said) {
        metrics.count(said.getFirst().equals("STORED") ? "stored" : "taken_over");
        boolean answeredByAnother =
                said.getFirst().equals("COMPLETED") && said.get(1).equals(attempt.fingerprint());
        return answeredByAnother
                ? format.read(said.get(2), said.get(3), said.get(4)).replayed()
                : answer;
    }

    private Mono<List<String>> run(Script script, Attempt attempt, Object... arguments) {
        return scripts.runWithOthers(script, List.of(attempt.recordKey(), attempt.nonceKey()), arguments)
                .transformDeferred(CircuitBreakerOperator.of(breaker));
    }
}
