package dev.sagamart.coupon.issuing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.redisson.client.RedisException;
import org.redisson.client.RedisTimeoutException;

/**
 * Lets those who come together ask Redis together: while one round trip is under way, the questions for the next one
 * gather. Nobody waits for company, so there is no added delay without load.
 */
final class Rounds<Q, A> {
    private static final int MOST = 200;
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    /** Not virtual: in a crowd, a round would queue behind all the requests that wait for it. */
    private static final Executor THREADS = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("round-", 0).factory());

    private record Waiting<Q, A>(Q question, CompletableFuture<A> answer) {}

    private final Queue<Waiting<Q, A>> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean underWay = new AtomicBoolean();
    private final Function<List<Q>, List<A>> round;
    private final Duration patience;

    /** @param round answers all questions, in their order */
    Rounds(Function<List<Q>, List<A>> round) {
        this(round, PATIENCE);
    }

    /** @param patience how long a question waits for its answer */
    Rounds(Function<List<Q>, List<A>> round, Duration patience) {
        this.round = round;
        this.patience = patience;
    }

    /** @throws RedisException if there is no answer: the effect is then unknown */
    A ask(Q question) {
        var waiting = new Waiting<Q, A>(question, new CompletableFuture<>());
        queue.add(waiting);
        goRound();
        try {
            return waiting.answer().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RedisException away ? away : new IllegalStateException(failed);
        } catch (TimeoutException late) {
            waiting.answer().cancel(false);
            throw new RedisTimeoutException("no answer within " + patience);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RedisException("stopped while waiting", stopped);
        }
    }

    private void goRound() {
        if (!queue.isEmpty() && underWay.compareAndSet(false, true)) {
            THREADS.execute(() -> {
                try {
                    answerSome();
                } finally {
                    underWay.set(false);
                    goRound();
                }
            });
        }
    }

    /** Those who have given up waiting want no answer any more. */
    private void answerSome() {
        var some = new ArrayList<Waiting<Q, A>>();
        Waiting<Q, A> next;
        while (some.size() < MOST && (next = queue.poll()) != null) {
            if (!next.answer().isDone()) {
                some.add(next);
            }
        }
        try {
            List<A> answers = some.isEmpty()
                    ? List.of()
                    : round.apply(some.stream().map(Waiting::question).toList());
            for (int i = 0; i < some.size(); i++) {
                some.get(i).answer().complete(answers.get(i));
            }
        } catch (RuntimeException failure) {
            some.forEach(waiting -> waiting.answer().completeExceptionally(failure));
        }
    }
}
