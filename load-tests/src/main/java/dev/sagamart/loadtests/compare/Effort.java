package dev.sagamart.loadtests.compare;

import java.time.Duration;
import java.util.List;

/** How much is measured of either side. */
record Effort(List<Integer> connections, int rounds, Duration length, Duration warmUp) {
    private static final int SHARE = 6;

    /** Of a scenario that is not the first, most of whose code is warm by then. */
    Duration furtherWarmUp() {
        return warmUp.dividedBy(SHARE);
    }
}
