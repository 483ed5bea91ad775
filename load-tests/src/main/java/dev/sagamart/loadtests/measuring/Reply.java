package dev.sagamart.loadtests.measuring;

/**
 * What became of a request.
 *
 * @param dueNanos when it was to be sent, since the load began
 * @param tookNanos from then to the last byte of its answer
 * @param status 0 if there was no answer
 */
public record Reply(long dueNanos, long tookNanos, int status) {}
