package dev.sagamart.loadtests.compare;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured of either side.
 *
 * @param warmUp before the first measurement
 * @param furtherWarmUp before those of each further scenario, most of whose code is warm by then
 */
record Effort(List<Integer> connections, int rounds, Duration length, Duration warmUp, Duration furtherWarmUp) {}
