package dev.sagamart.chaos.faults;

import java.util.List;

/**
 * Chooses the faults of a run; the same seed chooses the same.
 *
 * @param catalogue what may be chosen
 * @param atOnce how many may be at work at the same time
 */
public record Schedule(long seed, List<Fault> catalogue, int atOnce) {}
