package dev.sagamart.chaos.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.chaos.history.Certainty;
import dev.sagamart.chaos.history.History;
import dev.sagamart.chaos.history.Kind;
import dev.sagamart.chaos.history.Operation;
import dev.sagamart.chaos.history.Outcome;
import dev.sagamart.local.infrastructure.SigningKeys;
import dev.sagamart.local.infrastructure.TokenMint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InsistenceTest {
    private static final Operation CHARGE =
            new Operation(1, Kind.CHARGE, "mina", "POST", "/v1/points/charges", "key-1", "{\"amount\":5}", 5);
    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();

    @TempDir
    Path folder;

    @Test
    void it_asks_with_the_same_key_and_body_until_the_outcome_is_known() throws Exception {
        try (var gateway = new FakeGateway(
                "503 {}",
                "409 {\"code\":\"REQUEST_IN_PROGRESS\"}",
                "202 {}",
                "201 {\"chargeId\":\"c\",\"balance\":7}")) {
            Outcome outcome = insist(50, 10, gateway);

            assertThat(outcome.certainty()).isEqualTo(Certainty.OK);
            assertThat(outcome.attempts()).isEqualTo(4);
            assertThat(outcome.resource()).isEqualTo("c");
            assertThat(outcome.value()).isEqualTo(7);
            assertThat(gateway.heard)
                    .hasSize(4)
                    .containsOnly(new FakeGateway.Heard("POST", "/v1/points/charges", "key-1", "{\"amount\":5}"));
            assertThat(lines()).hasSize(4);
        }
    }

    @Test
    void what_is_refused_for_good_is_not_asked_again() throws Exception {
        try (var gateway = new FakeGateway("400 {\"code\":\"BALANCE_LIMIT_EXCEEDED\"}")) {
            Outcome outcome = insist(50, 10, gateway);

            assertThat(outcome.certainty()).isEqualTo(Certainty.FAIL);
            assertThat(outcome.code()).isEqualTo("BALANCE_LIMIT_EXCEEDED");
            assertThat(gateway.heard).hasSize(1);
        }
    }

    @Test
    void what_nobody_tells_stays_unknown() throws Exception {
        try (var gateway = new FakeGateway("504 {}")) {
            Outcome outcome = insist(50, 3, gateway);

            assertThat(outcome.certainty()).isEqualTo(Certainty.INFO);
            assertThat(gateway.heard).hasSize(3);
        }
    }

    @Test
    void who_hangs_up_has_sent_the_whole_request_and_asks_again() throws Exception {
        try (var gateway = new FakeGateway("201 {}")) {
            Outcome outcome = insist(0, 10, gateway);

            assertThat(outcome.certainty()).isEqualTo(Certainty.OK);
            await().until(() -> gateway.heard.size() == 2);
            assertThat(gateway.heard.getFirst()).isEqualTo(gateway.heard.getLast());
            assertThat(lines().getFirst()).contains("hung up");
        }
    }

    @Test
    void both_gateways_are_asked_at_once_and_a_good_answer_counts() throws Exception {
        try (var one = new FakeGateway("409 {\"code\":\"REQUEST_IN_PROGRESS\"}");
                var other = new FakeGateway("201 {}")) {
            Outcome outcome = insist(5, 10, one, other);

            assertThat(outcome.certainty()).isEqualTo(Certainty.OK);
            assertThat(one.heard).hasSize(1);
            assertThat(other.heard).isEqualTo(one.heard);
        }
    }

    /** @param dice decides how it is done */
    private Outcome insist(int dice, int tries, FakeGateway... gateways) throws Exception {
        var mint = new TokenMint(SigningKeys.in(folder), "http://issuer", Clock.systemUTC());
        List<String> urls = List.of(gateways).stream().map(FakeGateway::url).toList();
        try (var courier = new Courier(urls, mint);
                var history = History.in(folder.resolve("history.jsonl"))) {
            return new Insistence(courier, history, THREADS, loaded(dice)).on(CHARGE, tries);
        }
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(folder.resolve("history.jsonl"));
    }

    /** Throws this number first, and the smallest after that. */
    private static RandomGenerator loaded(int dice) {
        return new RandomGenerator() {
            private boolean thrown;

            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public int nextInt(int bound) {
                int result = thrown ? 0 : dice;
                thrown = true;
                return result;
            }
        };
    }
}
