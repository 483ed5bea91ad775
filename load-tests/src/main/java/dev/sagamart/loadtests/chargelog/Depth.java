package dev.sagamart.loadtests.chargelog;

import org.jspecify.annotations.Nullable;

/**
 * A place in the log of one user.
 *
 * @param charges how many newer ones there are
 * @param cursor what the service said leads there; null for the first page
 * @param after the charge before it; null for the first page
 */
record Depth(
        long charges, @Nullable String cursor, @Nullable String after) {}
