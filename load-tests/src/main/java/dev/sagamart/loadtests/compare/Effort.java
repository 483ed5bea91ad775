package dev.sagamart.loadtests.compare;

import java.time.Duration;
import java.util.List;

/** How much is measured of either side. */
record Effort(List<Integer> connections, int rounds, Duration length, Duration warmUp) {}
