package dev.sagamart.order.checkout;

import dev.sagamart.contracts.SagaMessage;
import dev.sagamart.contracts.coupon.RestoreCoupon;
import dev.sagamart.contracts.coupon.UseCoupon;
import dev.sagamart.contracts.point.DeductPoints;
import dev.sagamart.contracts.point.RefundPoints;
import dev.sagamart.contracts.product.DeductStock;
import dev.sagamart.contracts.product.RestoreStock;
import dev.sagamart.order.ordering.OrderLine;
import dev.sagamart.order.ordering.OrderPlaced;
import dev.sagamart.order.ordering.Settlement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One order from its placing to its end over a network that loses, repeats, delays and reorders messages, among parties
 * that crash and overtake each other between any two steps, with deadlines firing at any time. All of it follows from the
 * seed. Trouble ends after a number of steps, so that everything can come to an end.
 */
final class SimulatedHistory {
    static final int TROUBLE = 60;
    private static final int LONGEST = 600;

    private final Random random;
    private final int troubleUntil;
    private final @Nullable List<String> story;
    private final SimulatedNetwork replies;
    private final Map<CheckoutStep, SimulatedNetwork> commands = new EnumMap<>(CheckoutStep.class);
    final Map<CheckoutStep, SimulatedParticipant> participants = new EnumMap<>(CheckoutStep.class);
    final List<Settlement> verdicts = new ArrayList<>();
    /** Messages that say something else than the first of their type: an attempt would matter then. */
    final List<SagaMessage> contradictions = new ArrayList<>();

    private final Map<Class<?>, SagaMessage> words = new HashMap<>();
    Checkout checkout;
    private int time;

    private SimulatedHistory(long seed, int troubleUntil, @Nullable List<String> story) {
        this.random = new Random(seed);
        this.troubleUntil = troubleUntil;
        this.story = story;
        this.replies = new SimulatedNetwork(random);
        for (CheckoutStep step : CheckoutStep.values()) {
            participants.put(step, new SimulatedParticipant(step, random.nextInt(5) == 0));
            commands.put(step, new SimulatedNetwork(random));
        }
        UUID coupon = random.nextBoolean() ? new UUID(0, 1) : null;
        var order = new OrderPlaced(
                new UUID(0, seed), "u1", List.of(new OrderLine(1, 2, null)), coupon, Instant.EPOCH, null);
        checkout = Checkout.of(order);
        send(CheckoutCommands.outstanding(checkout));
    }

    static SimulatedHistory of(long seed, int troubleUntil) {
        return new SimulatedHistory(seed, troubleUntil, null).run();
    }

    /** The same, told step by step. */
    static String story(long seed, int troubleUntil) {
        var story = new ArrayList<String>();
        new SimulatedHistory(seed, troubleUntil, story).run();
        return String.join("\n", story);
    }

    private SimulatedHistory run() {
        for (time = 0; time < LONGEST && !isQuiet(); time++) {
            switch (random.nextInt(12)) {
                case 0 -> askAgain();
                case 1 -> expire();
                case 2, 3, 4 -> orchestrate();
                default -> participate(CheckoutStep.values()[random.nextInt(3)]);
            }
        }
        return this;
    }

    boolean isQuiet() {
        return checkout.state().isEnd()
                && replies.isEmpty()
                && commands.values().stream().allMatch(SimulatedNetwork::isEmpty);
    }

    /** The step's deadline: any instance may do this at any time, several at once. */
    private void askAgain() {
        note(() -> "asked again in " + checkout.state());
        send(CheckoutCommands.outstanding(checkout));
    }

    private void expire() {
        switch (random.nextInt(8)) {
            case 0 -> {
                note(() -> "the order's deadline passed in " + checkout.state());
                take(CheckoutSaga.expire(checkout), crash());
            }
            case 1 -> {
                note(() -> "an operator called the order off in " + checkout.state());
                take(CheckoutSaga.callOff(checkout), crash());
            }
            default -> {}
        }
    }

    private void orchestrate() {
        if (replies.isEmpty()) {
            return;
        }
        var crash = crash();
        for (SagaMessage reply : replies.poll()) {
            note(() -> "order-service: " + reply + told(crash));
            take(CheckoutSaga.decide(checkout, reply), crash);
            if (crash.deliversAgain()) {
                replies.add(reply);
            }
        }
    }

    private void take(Decision decision, Crash crash) {
        if (!(decision instanceof Decision.Step step) || !crash.commits()) {
            return;
        }
        checkout = step.next();
        note(() -> "               now " + checkout.state() + " " + checkout.undoing());
        if (step.verdict() != null) {
            verdicts.add(step.verdict());
        }
        if (crash.sends()) {
            send(step.commands());
        }
    }

    private void participate(CheckoutStep step) {
        var network = commands.get(step);
        if (network.isEmpty()) {
            return;
        }
        var crash = crash();
        var poll = network.poll();
        note(() -> step + ": " + poll + told(crash));
        var answers = participants.get(step).handle(poll, crash);
        if (crash.sends()) {
            answers.forEach(answer -> send(answer, replies));
        }
        if (crash.deliversAgain()) {
            poll.forEach(network::add);
        }
    }

    private Crash crash() {
        return inTrouble() ? Crash.any(random) : Crash.NEVER;
    }

    private void send(List<SagaMessage> messages) {
        messages.forEach(message -> send(message, commands.get(receiver(message))));
    }

    private void send(SagaMessage message, SimulatedNetwork network) {
        SagaMessage first = words.putIfAbsent(message.getClass(), message);
        if (first != null && !first.equals(message)) {
            contradictions.add(message);
        }
        if (inTrouble() && random.nextInt(6) == 0) {
            note(() -> "               lost " + message);
            return;
        }
        network.add(message);
        if (inTrouble() && random.nextInt(6) == 0) {
            note(() -> "               doubled " + message);
            network.add(message);
        }
    }

    private boolean inTrouble() {
        return time < troubleUntil;
    }

    private static CheckoutStep receiver(SagaMessage command) {
        return switch (command) {
            case UseCoupon _, RestoreCoupon _ -> CheckoutStep.COUPON;
            case DeductStock _, RestoreStock _ -> CheckoutStep.STOCK;
            case DeductPoints _, RefundPoints _ -> CheckoutStep.POINTS;
            default -> throw new AssertionError(command);
        };
    }

    private static String told(Crash crash) {
        return crash == Crash.NEVER ? "" : "  -- " + crash;
    }

    private void note(Supplier<String> event) {
        if (story != null) {
            story.add("%3d %s".formatted(time, event.get()));
        }
    }
}
