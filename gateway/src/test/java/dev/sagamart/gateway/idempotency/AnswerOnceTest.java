package dev.sagamart.gateway.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.gateway.redis.TestRedis;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.redisson.client.codec.StringCodec;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

class AnswerOnceTest {

    private static final Duration LEASE = Duration.ofMillis(900);
    private static final IdempotencyProperties PROPERTIES =
            new IdempotencyProperties(LEASE, Duration.ofHours(24), DataSize.ofKilobytes(256));

    private final IdempotencyMetrics metrics = new IdempotencyMetrics(new SimpleMeterRegistry());
    private final IdempotencyStore store = new IdempotencyStore(
            TestRedis.scripts(),
            new AnswerFormat(JsonMapper.shared()),
            PROPERTIES,
            metrics,
            CircuitBreakerRegistry.ofDefaults());
    private final AnswerOnce answers =
            new AnswerOnce(store, new AnswersToKeep(JsonMapper.shared(), PROPERTIES), metrics, PROPERTIES);

    private final String key = "idempotency:u1:POST /x:" + UUID.randomUUID();
    private final Attempt attempt = new Attempt(key, "nonce:" + key, "POST /x", "same", "owner-1");
    private final Answer answer = new Answer(201, new HttpHeaders(), new byte[0]);

    @Test
    void a_call_that_takes_longer_than_the_lease_keeps_its_claim() {
        var call = Sinks.<Answer>one();
        var result = new AtomicReference<Answer>();
        answers.answer(attempt, call.asMono(), () -> {}).subscribe(result::set);
        await().until(() -> TestRedis.CLIENT.getMap(key, StringCodec.INSTANCE).isExists());

        await().during(LEASE.multipliedBy(3))
                .atMost(LEASE.multipliedBy(6))
                .until(() -> TestRedis.CLIENT.getMap(key, StringCodec.INSTANCE).isExists());
        call.tryEmitValue(answer);

        await().until(() -> result.get() != null);
        assertThat(TestRedis.CLIENT.getMap(key, StringCodec.INSTANCE).get("state"))
                .isEqualTo("COMPLETED");
    }

    @Test
    void a_gateway_that_died_blocks_the_key_for_no_longer_than_the_lease() {
        store.claim(attempt).block();

        await().atMost(LEASE.multipliedBy(3))
                .until(() -> !TestRedis.CLIENT.getMap(key, StringCodec.INSTANCE).isExists());
    }

    @Test
    void a_call_that_nobody_waits_for_any_more_goes_on_and_its_answer_is_kept() {
        var call = Sinks.<Answer>one();
        var calls = new AtomicInteger();
        var counted = Mono.defer(() -> {
            calls.incrementAndGet();
            return call.asMono();
        });
        var waiting = answers.answer(attempt, counted, () -> {}).subscribe();
        await().until(() -> calls.get() == 1);

        waiting.dispose();
        call.tryEmitValue(answer);

        await().until(() -> "COMPLETED"
                .equals(TestRedis.CLIENT.getMap(key, StringCodec.INSTANCE).get("state")));
    }

    @Test
    void a_client_that_leaves_before_the_claim_is_granted_does_not_leave_the_key_blocked() {
        answers.answer(attempt, Mono.just(answer), () -> {}).subscribe().dispose();

        await().until(() -> "COMPLETED"
                .equals(TestRedis.CLIENT.getMap(key, StringCodec.INSTANCE).get("state")));
    }

    @Test
    void a_call_that_fails_frees_the_key() {
        var failing = answers.answer(attempt, Mono.error(new IllegalStateException("gone")), () -> {});

        assertThat(failing.onErrorComplete(IllegalStateException.class).block()).isNull();
        assertThat(TestRedis.CLIENT.getMap(key, StringCodec.INSTANCE).isExists())
                .isFalse();
    }
}
