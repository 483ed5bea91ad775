package dev.sagamart.local.suite;

import org.jspecify.annotations.Nullable;

/**
 * What a process of the suite is doing at this moment.
 *
 * @param health {@code ready}, {@code not ready} or {@code down}
 * @param memoryBytes resident memory; 0 when it is down or cannot be known
 */
public record ComponentStatus(
        String name, int port, @Nullable Long pid, String health, long memoryBytes) {}
