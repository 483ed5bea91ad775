package dev.sagamart.gateway.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Sends the calls of one script together that come while others are on their way. Without load nobody waits for company;
 * with it, the price of a message to Redis is shared.
 */
final class Rounds {

    private static final int MOST_UNDER_WAY = 2;
    private static final int MOST_IN_A_ROUND = 100;

    /** Runs a script with these keys and arguments, or fails when it takes longer than the patience. */
    interface Sending {
        Mono<List<String>> send(Script script, List<String> keys, Object[] arguments, Duration patience);
    }

    /** @param since when it was made, by the clock that {@link System#nanoTime} reads */
    private record Call(List<String> keys, List<Object> arguments, MonoSink<List<String>> caller, long since) {}

    private final Queue<Call> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final Script script;
    private final Duration patience;
    private final Sending sending;

    /** @param patience the longest that a call may take, waiting for its round included */
    Rounds(Script script, Duration patience, Sending sending) {
        this.script = script.forMany();
        this.patience = patience;
        this.sending = sending;
    }

    Mono<List<String>> run(List<String> keys, Object[] arguments) {
        return Mono.create(caller -> {
            waiting.add(new Call(keys, List.of(arguments), caller, System.nanoTime()));
            sendRounds();
        });
    }

    private void sendRounds() {
        while (!waiting.isEmpty() && mayStart()) {
            var round = round();
            if (round.isEmpty()) {
                underWay.decrementAndGet();
            } else {
                send(round);
            }
        }
    }

    private boolean mayStart() {
        return underWay.getAndUpdate(count -> Math.min(count + 1, MOST_UNDER_WAY)) < MOST_UNDER_WAY;
    }

    private List<Call> round() {
        var round = new ArrayList<Call>();
        for (var call = waiting.poll(); call != null; call = waiting.poll()) {
            round.add(call);
            if (round.size() == MOST_IN_A_ROUND) {
                break;
            }
        }
        return round;
    }

    private void send(List<Call> round) {
        var keys = new ArrayList<String>();
        var arguments = new ArrayList<Object>();
        var first = round.getFirst();
        arguments.add(first.keys().size());
        arguments.add(first.arguments().size());
        for (var call : round) {
            keys.addAll(call.keys());
            arguments.addAll(call.arguments());
        }
        sending.send(script, keys, arguments.toArray(), left(first))
                .doOnTerminate(() -> {
                    underWay.decrementAndGet();
                    sendRounds();
                })
                .subscribe(
                        said -> deliver(round, said),
                        failure -> round.forEach(call -> call.caller().error(failure)));
    }

    /** The first has waited longest, so one limit for the round is a limit for each; a timer for each would cost more. */
    private Duration left(Call first) {
        var left = patience.minusNanos(System.nanoTime() - first.since());
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static void deliver(List<Call> round, List<String> said) {
        int at = 0;
        for (var call : round) {
            int values = Integer.parseInt(said.get(at));
            call.caller().success(List.copyOf(said.subList(at + 1, at + 1 + values)));
            at += 1 + values;
        }
    }
}
