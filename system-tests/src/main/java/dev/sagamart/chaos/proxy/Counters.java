package dev.sagamart.chaos.proxy;

import java.util.concurrent.atomic.LongAdder;

/** What the troubles of a proxy did. */
final class Counters {
    private final LongAdder connections = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder resets = new LongAdder();
    private final LongAdder disturbed = new LongAdder();

    void connected() {
        connections.increment();
    }

    void refused() {
        refused.increment();
    }

    void reset() {
        resets.increment();
    }

    void disturbed() {
        disturbed.increment();
    }

    Felt felt() {
        return new Felt(connections.sum(), refused.sum(), resets.sum(), disturbed.sum());
    }
}
