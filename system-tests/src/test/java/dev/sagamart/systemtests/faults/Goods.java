package dev.sagamart.systemtests.faults;

/**
 * What the buyers of a round want.
 *
 * @param plenty a product that never runs out
 * @param scarce a product that soon does
 */
record Goods(long plenty, long scarce) {}
