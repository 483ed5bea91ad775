package dev.sagamart.coupon.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.redisson.client.RedisException;
import org.redisson.client.RedisTimeoutException;

class RoundsTest {
    final List<List<Integer>> asked = new CopyOnWriteArrayList<>();
    final CountDownLatch redisIsBack = new CountDownLatch(1);

    @Test
    void those_who_come_during_a_round_share_the_next() {
        var rounds = new Rounds<Integer, String>(this::answerOnceRedisIsBack);
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> rounds.ask(1));
        await().until(() -> asked.size() == 1);
        var begun = new AtomicInteger();
        List<CompletableFuture<String>> others = IntStream.rangeClosed(2, 5)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> {
                            begun.incrementAndGet();
                            return rounds.ask(number);
                        },
                        task -> Thread.ofVirtual().start(task)))
                .toList();
        await().until(() -> begun.get() == 4);

        redisIsBack.countDown();

        assertThat(first.join()).isEqualTo("answer 1");
        assertThat(others)
                .extracting(CompletableFuture::join)
                .containsExactly("answer 2", "answer 3", "answer 4", "answer 5");
        assertThat(asked).flatMap(round -> round).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }

    @Test
    void nobody_is_asked_for_who_has_given_up_waiting() {
        var rounds = new Rounds<Integer, String>(this::answerOnceRedisIsBack, Duration.ofMillis(50));

        assertThatThrownBy(() -> rounds.ask(1)).isInstanceOf(RedisTimeoutException.class);
        assertThatThrownBy(() -> rounds.ask(2)).isInstanceOf(RedisTimeoutException.class);
        redisIsBack.countDown();

        await().untilAsserted(() -> assertThat(rounds.ask(3)).isEqualTo("answer 3"));
        assertThat(asked.getFirst()).containsExactly(1);
        assertThat(asked).flatMap(round -> round).doesNotContain(2);
    }

    @Test
    void a_round_without_an_answer_fails_all_of_it_and_nobody_after_it() {
        var fails = new AtomicInteger(1);
        var rounds = new Rounds<Integer, String>(numbers -> {
            if (fails.getAndDecrement() > 0) {
                throw new RedisException("away");
            }
            return answers(numbers);
        });

        assertThatThrownBy(() -> rounds.ask(1))
                .isInstanceOf(RedisException.class)
                .hasMessage("away");
        assertThat(rounds.ask(2)).isEqualTo("answer 2");
    }

    private List<String> answerOnceRedisIsBack(List<Integer> numbers) {
        asked.add(numbers);
        try {
            redisIsBack.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return answers(numbers);
    }

    private static List<String> answers(List<Integer> numbers) {
        return numbers.stream().map(number -> "answer " + number).toList();
    }
}
