package dev.sagamart.gateway.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class RoundsTest {

    private static final Script ECHO = new Script("""
            if ARGV[1] == 'short' then
              return { KEYS[1] }
            end
            return { KEYS[1], ARGV[1], ARGV[2] }
            """);
    private static final Script BROKEN = new Script("return redis.call('NO-SUCH-COMMAND')");

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final AtomicInteger messages = new AtomicInteger();
    private final List<Duration> allowed = new CopyOnWriteArrayList<>();
    private final Scripts scripts = TestRedis.scripts();

    @Test
    void many_calls_share_few_messages_and_each_gets_its_own_answer() {
        var rounds = new Rounds(ECHO, PATIENCE, this::counted);

        var answers = Flux.range(0, 1_000)
                .flatMap(i -> echo(rounds, i).map(said -> said.equals(expected(i))), 1_000)
                .collectList()
                .block();

        assertThat(answers).hasSize(1_000).containsOnly(true);
        assertThat(messages).hasValueLessThan(300);
    }

    @Test
    void a_call_alone_does_not_wait_for_company() {
        var rounds = new Rounds(ECHO, PATIENCE, this::counted);

        assertThat(echo(rounds, 1).block()).isEqualTo(expected(1));
        assertThat(messages).hasValue(1);
    }

    @Test
    void a_round_that_fails_fails_all_its_calls_and_the_next_one_goes_on() {
        var rounds = new Rounds(BROKEN, PATIENCE, this::counted);

        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(
                            () -> rounds.run(List.of("k"), new Object[] {"a"}).block())
                    .hasMessageContaining("Unknown Redis command");
        }
    }

    @Test
    void no_call_waits_longer_than_its_patience_for_rounds_before_it_that_hang() {
        var little = Duration.ofMillis(200);
        var rounds = new Rounds(ECHO, little, (script, keys, arguments, patience) -> {
            allowed.add(patience);
            return Mono.<List<String>>never().timeout(patience);
        });

        var calls = Flux.range(0, 3)
                .flatMap(i -> echo(rounds, i).then(Mono.just("answered")).onErrorReturn("gave up"))
                .collectList()
                .block();

        assertThat(calls).containsOnly("gave up");
        assertThat(allowed)
                .hasSize(3)
                .allSatisfy(patience -> assertThat(patience).isLessThanOrEqualTo(little));
        assertThat(allowed.getLast()).isLessThan(little.dividedBy(2)); // it had waited behind the two before it
    }

    private static Mono<List<String>> echo(Rounds rounds, int number) {
        return rounds.run(List.of("rounds:" + number), new Object[] {number % 3 == 0 ? "short" : "long", number});
    }

    private static List<String> expected(int number) {
        return number % 3 == 0
                ? List.of("rounds:" + number)
                : List.of("rounds:" + number, "long", Integer.toString(number));
    }

    private Mono<List<String>> counted(Script script, List<String> keys, Object[] arguments, Duration patience) {
        messages.incrementAndGet();
        return scripts.run(script, keys, arguments).timeout(patience);
    }
}
