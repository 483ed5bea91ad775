package dev.sagamart.gateway.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.gateway.redis.TestRedis;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.redisson.api.RMap;
import org.redisson.client.codec.StringCodec;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

class IdempotencyStoreTest {

    private static final IdempotencyProperties PROPERTIES =
            new IdempotencyProperties(Duration.ofSeconds(10), Duration.ofHours(24), DataSize.ofKilobytes(256));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final IdempotencyStore store = new IdempotencyStore(
            TestRedis.scripts(),
            new AnswerFormat(JsonMapper.shared()),
            PROPERTIES,
            new IdempotencyMetrics(meters),
            CircuitBreakerRegistry.ofDefaults());

    private final String key = "idempotency:u1:POST /v1/points/charges:" + UUID.randomUUID();
    private final Attempt first = attempt("same", "owner-1");
    private final Attempt second = attempt("same", "owner-2");
    private final Attempt other = attempt("other", "owner-3");

    @Test
    void a_claim_is_granted_once_and_lives_for_the_lease() {
        assertThat(store.claim(first).block()).isInstanceOf(Claim.Granted.class);
        assertThat(store.claim(second).block()).isInstanceOf(Claim.InProgress.class);
        assertThat(store.claim(other).block()).isInstanceOf(Claim.Reused.class);

        assertThat(record()).containsEntry("state", "PROCESSING").containsEntry("owner", "owner-1");
        assertThat(record().remainTimeToLive()).isBetween(5_000L, 10_000L);
    }

    @Test
    void a_claim_or_an_answer_without_an_end_gets_one_when_it_is_met() {
        store.claim(first).block();
        record().clearExpire();

        assertThat(store.claim(second).block()).isInstanceOf(Claim.InProgress.class);
        assertThat(record().remainTimeToLive()).isBetween(5_000L, 10_000L);

        store.complete(first, answer("once")).block();
        record().clearExpire();

        assertThat(store.claim(second).block()).isInstanceOf(Claim.Answered.class);
        assertThat(record().remainTimeToLive())
                .isGreaterThan(Duration.ofHours(23).toMillis());
    }

    @Test
    void every_script_may_run_again_for_the_same_attempt() {
        assertThat(store.claim(first).block()).isInstanceOf(Claim.Granted.class);
        assertThat(store.claim(first).block()).isInstanceOf(Claim.Granted.class);

        store.complete(first, answer("once")).block();
        var again = store.complete(first, answer("once")).block();
        store.release(first).block();

        assertThat(text(again)).isEqualTo("once");
        assertThat(again.headers().containsHeader("Idempotent-Replayed")).isFalse();
        assertThat(record()).containsEntry("state", "COMPLETED");
    }

    @Test
    void a_completed_record_is_readable_by_people_and_kept_for_a_day() {
        store.claim(first).block();

        store.complete(first, answer("{\"amount\":1}")).block();

        assertThat(record().readAllMap())
                .containsEntry("version", "1")
                .containsEntry("status", "201")
                .containsEntry("body", "{\"amount\":1}")
                .containsEntry("headers", "{\"Content-Type\":\"application/json\",\"Location\":\"/v1/x\"}");
        assertThat(record().remainTimeToLive())
                .isGreaterThan(Duration.ofHours(23).toMillis());
        assertThat(store.claim(other).block()).isInstanceOf(Claim.Reused.class);
    }

    @Test
    void every_byte_survives() {
        var bytes = new byte[256];
        IntStream.range(0, 256).forEach(i -> bytes[i] = (byte) i);
        store.claim(first).block();

        store.complete(first, new Answer(200, new HttpHeaders(), bytes)).block();

        var claim = (Claim.Answered) store.claim(second).block();
        assertThat(claim.answer().body()).isEqualTo(bytes);
    }

    @Test
    void an_attempt_that_lost_its_claim_changes_nothing_any_more() {
        store.claim(first).block();
        record().delete();
        store.claim(second).block();

        assertThat(store.renew(first).block()).isFalse();
        store.release(first).block();
        var late = store.complete(first, answer("late")).block();

        assertThat(text(late)).isEqualTo("late");
        assertThat(record()).containsEntry("state", "PROCESSING").containsEntry("owner", "owner-2");
        assertThat(store.renew(second).block()).isTrue();
    }

    @Test
    void an_attempt_that_comes_late_gives_the_answer_that_is_already_known() {
        store.claim(first).block();
        record().delete();
        store.claim(second).block();
        store.complete(second, answer("known")).block();

        var late = store.complete(first, answer("late")).block();

        assertThat(text(late)).isEqualTo("known");
        assertThat(late.headers().getFirst("Idempotent-Replayed")).isEqualTo("true");
        assertThat(text(((Claim.Answered) store.claim(first).block()).answer())).isEqualTo("known");
    }

    @Test
    void an_answer_is_kept_even_when_the_store_lost_the_claim_meanwhile() {
        store.claim(first).block();
        record().delete();

        store.complete(first, answer("kept")).block();

        assertThat(store.claim(second).block()).isInstanceOf(Claim.Answered.class);
    }

    @Test
    void a_released_key_is_free() {
        store.claim(first).block();

        store.release(first).block();

        assertThat(store.claim(other).block()).isInstanceOf(Claim.Granted.class);
    }

    @Test
    void a_released_key_leaves_nothing_behind() {
        store.claim(first).block();
        assertThat(TestRedis.CLIENT.getKeys().countExists(first.recordKey(), first.nonceKey()))
                .isEqualTo(2);

        store.release(first).block();

        assertThat(TestRedis.CLIENT.getKeys().countExists(first.recordKey(), first.nonceKey()))
                .isZero();
    }

    @Test
    void a_record_that_cannot_be_read_counts_as_absent() {
        TestRedis.CLIENT.getBucket(key, StringCodec.INSTANCE).set("what is this?");
        assertThat(store.claim(first).block()).isInstanceOf(Claim.Granted.class);

        for (var broken : new String[] {"version", "state", "status", "headers"}) {
            record().putAll(Map.of(
                    "version",
                    "1",
                    "state",
                    "COMPLETED",
                    "fingerprint",
                    "same",
                    "owner",
                    "o",
                    "status",
                    "200",
                    "headers",
                    "{}",
                    "body",
                    ""));
            record().put(broken, "?");

            assertThat(store.claim(first).block()).as(broken).isInstanceOf(Claim.Granted.class);
        }

        assertThat(meters.counter("sagamart.gateway.idempotency", "outcome", "unreadable")
                        .count())
                .isEqualTo(5);
    }

    private Attempt attempt(String fingerprint, String owner) {
        return new Attempt(key, "idempotency-nonce:" + key, "POST /v1/points/charges", fingerprint, owner);
    }

    private RMap<String, String> record() {
        return TestRedis.CLIENT.getMap(key, StringCodec.INSTANCE);
    }

    private static Answer answer(String body) {
        var headers = new HttpHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("Location", "/v1/x");
        headers.set("Set-Cookie", "a=b");
        headers.set("Date", "today");
        return new Answer(201, headers, body.getBytes(UTF_8));
    }

    private static String text(Answer answer) {
        return new String(answer.body(), UTF_8);
    }
}
