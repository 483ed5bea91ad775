package dev.sagamart.gateway.idempotency;

import dev.sagamart.gateway.problem.GatewayProblem;
import dev.sagamart.gateway.problem.ProblemCode;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes a call the first time an attempt's key is seen, and afterwards gives the answer of that first time. */
@Component
class AnswerOnce {

    private final IdempotencyStore store;
    private final AnswersToKeep answersToKeep;
    private final IdempotencyMetrics metrics;
    private final Duration renewEvery;

    AnswerOnce(
            IdempotencyStore store,
            AnswersToKeep answersToKeep,
            IdempotencyMetrics metrics,
            IdempotencyProperties properties) {
        this.store = store;
        this.answersToKeep = answersToKeep;
        this.metrics = metrics;
        this.renewEvery = properties.lease().dividedBy(3);
    }

    /**
     * The answer to the attempt. Once subscribed to, the work goes on to its end even if the subscriber goes away.
     *
     * @param degraded run when the store is away and the call is made all the same
     */
    Mono<Answer> answer(Attempt attempt, Mono<Answer> call, Runnable degraded) {
        return Mono.deferContextual(context -> store.claim(attempt)
                .flatMap(claim -> decide(claim, attempt, call, degraded))
                .contextWrite(context)
                .cache());
    }

    private Mono<Answer> decide(Claim claim, Attempt attempt, Mono<Answer> call, Runnable degraded) {
        return switch (claim) {
            case Claim.Granted _ -> count("first", keepingClaim(attempt, call));
            case Claim.Answered answered ->
                count("replayed", Mono.just(answered.answer().replayed()));
            case Claim.InProgress _ -> count("in_progress", Mono.error(AnswerOnce::inProgress));
            case Claim.Reused _ -> count("reused", Mono.error(AnswerOnce::reused));
            case Claim.Unknown _ -> {
                degraded.run();
                yield count("degraded", withoutStore(attempt, call));
            }
        };
    }

    private Mono<Answer> count(String outcome, Mono<Answer> answer) {
        metrics.count(outcome);
        return answer;
    }

    private Mono<Answer> keepingClaim(Attempt attempt, Mono<Answer> call) {
        var worked = Mono.using(() -> renewing(attempt), renewal -> call, Disposable::dispose);
        return worked.onErrorResume(failure -> store.release(attempt).then(Mono.error(failure)))
                .flatMap(answer -> settle(attempt, answer));
    }

    private Mono<Answer> settle(Attempt attempt, Answer answer) {
        return answersToKeep.contain(answer)
                ? store.complete(attempt, answer)
                : store.release(attempt).thenReturn(answer);
    }

    /** The claim may have reached the store although we heard nothing; then it must not stand in the next one's way. */
    private Mono<Answer> withoutStore(Attempt attempt, Mono<Answer> call) {
        return call.doFinally(signal -> store.release(attempt).subscribe());
    }

    private Disposable renewing(Attempt attempt) {
        return Flux.interval(renewEvery)
                .onBackpressureDrop()
                .concatMap(tick -> store.renew(attempt))
                .takeWhile(ours -> ours)
                .subscribe();
    }

    private static GatewayProblem inProgress() {
        return new GatewayProblem(
                        ProblemCode.REQUEST_IN_PROGRESS, "The first request with this key is still being worked on.")
                .with(HttpHeaders.RETRY_AFTER, "1");
    }

    private static GatewayProblem reused() {
        return new GatewayProblem(
                ProblemCode.IDEMPOTENCY_KEY_REUSED, "This key was used for a request with other content.");
    }
}
