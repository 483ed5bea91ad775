package dev.sagamart.order.checkout;

import dev.sagamart.contracts.SagaMessage;
import dev.sagamart.contracts.coupon.RestoreCoupon;
import dev.sagamart.contracts.coupon.UseCoupon;
import dev.sagamart.contracts.product.DeductStock;
import dev.sagamart.contracts.product.RestoreStock;
import dev.sagamart.order.ordering.OrderLine;
import dev.sagamart.order.ordering.OrderPlaced;
import dev.sagamart.order.ordering.Settlement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * One order from its placing to its end over a network that loses, repeats, delays and reorders messages, with deadlines
 * firing at any time. Everything follows from the seed; what happened can be read afterwards.
 */
final class SimulatedHistory {
    private static final int HEALS_AFTER = 60;

    private final Random random;
    private final List<SagaMessage> inFlight = new ArrayList<>();
    final Map<CheckoutStep, SimulatedParticipant> participants = new EnumMap<>(CheckoutStep.class);
    final List<String> log = new ArrayList<>();
    final List<Settlement> verdicts = new ArrayList<>();
    Checkout checkout;
    private int time;

    SimulatedHistory(long seed) {
        random = new Random(seed);
        for (CheckoutStep step : CheckoutStep.values()) {
            participants.put(step, new SimulatedParticipant(step, random.nextInt(5) == 0));
        }
        UUID coupon = random.nextBoolean() ? new UUID(0, 1) : null;
        var order = new OrderPlaced(new UUID(0, seed), "u1", List.of(new OrderLine(1, 2, null)), coupon, Instant.EPOCH);
        checkout = Checkout.of(order, null);
        send(CheckoutCommands.outstanding(checkout));
    }

    SimulatedHistory run() {
        for (time = 0; time < 500 && !isQuiet(); time++) {
            switch (random.nextInt(10)) {
                case 0 -> askAgain();
                case 1 -> expire();
                default -> deliverOne();
            }
        }
        return this;
    }

    boolean isQuiet() {
        return checkout.state().isEnd() && inFlight.isEmpty();
    }

    private void askAgain() {
        note("asked again in " + checkout.state());
        send(CheckoutCommands.outstanding(checkout));
    }

    private void expire() {
        if (random.nextInt(4) == 0) {
            note("expired in " + checkout.state());
            apply(CheckoutSaga.expire(checkout));
        }
    }

    private void deliverOne() {
        if (inFlight.isEmpty()) {
            return;
        }
        SagaMessage message = inFlight.remove(random.nextInt(inFlight.size()));
        boolean troubled = time < HEALS_AFTER;
        if (troubled && random.nextInt(6) == 0) {
            note("lost " + message);
            return;
        }
        if (troubled && random.nextInt(6) == 0) {
            note("repeated " + message);
            inFlight.add(message);
        }
        note("delivered " + message);
        deliver(message);
    }

    private void deliver(SagaMessage message) {
        if (isCommand(message)) {
            inFlight.addAll(participants.get(target(message)).answer(List.of(message)));
        } else {
            apply(CheckoutSaga.decide(checkout, message));
        }
    }

    private void apply(Decision decision) {
        if (decision instanceof Decision.Step step) {
            checkout = step.next();
            note("now " + checkout.state() + " " + checkout.undoing());
            if (step.verdict() != null) {
                verdicts.add(step.verdict());
            }
            send(step.commands());
        }
    }

    private void send(List<SagaMessage> messages) {
        inFlight.addAll(messages);
    }

    private static boolean isCommand(SagaMessage message) {
        String type = message.getClass().getSimpleName();
        return type.matches("(Use|Restore|Deduct|Refund)(Coupon|Stock|Points)");
    }

    private static CheckoutStep target(SagaMessage command) {
        return switch (command) {
            case UseCoupon _, RestoreCoupon _ -> CheckoutStep.COUPON;
            case DeductStock _, RestoreStock _ -> CheckoutStep.STOCK;
            default -> CheckoutStep.POINTS;
        };
    }

    private void note(String event) {
        log.add(time + ": " + event);
    }
}
