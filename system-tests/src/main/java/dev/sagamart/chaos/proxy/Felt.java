package dev.sagamart.chaos.proxy;

/**
 * How much a link has seen since its begin.
 *
 * @param connections that were let through
 * @param refused connections that were not, because the link was down or no server behind it answered
 * @param resets connections that were broken off on purpose
 * @param disturbed chunks that were delayed, held back or slowed down
 */
public record Felt(long connections, long refused, long resets, long disturbed) {

    public Felt since(Felt earlier) {
        return new Felt(
                connections - earlier.connections,
                refused - earlier.refused,
                resets - earlier.resets,
                disturbed - earlier.disturbed);
    }

    /** Everything that was not as it should be. */
    public long troubles() {
        return refused + resets + disturbed;
    }
}
