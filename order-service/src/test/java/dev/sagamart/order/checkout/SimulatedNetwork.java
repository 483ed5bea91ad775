package dev.sagamart.order.checkout;

import dev.sagamart.contracts.SagaMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The messages on their way to one party, in no order. */
final class SimulatedNetwork {
    private static final int LARGEST_POLL = 3;

    private final Random random;
    private final List<SagaMessage> inFlight = new ArrayList<>();

    SimulatedNetwork(Random random) {
        this.random = random;
    }

    void add(SagaMessage message) {
        inFlight.add(message);
    }

    boolean isEmpty() {
        return inFlight.isEmpty();
    }

    /** Some of them, in any order; they are gone unless they are added again. */
    List<SagaMessage> poll() {
        int size = 1 + random.nextInt(Math.min(LARGEST_POLL, inFlight.size()));
        var poll = new ArrayList<SagaMessage>(size);
        for (int i = 0; i < size; i++) {
            poll.add(inFlight.remove(random.nextInt(inFlight.size())));
        }
        return poll;
    }
}
