package dev.sagamart.chaos.faults;

/**
 * What shows that a fault took effect: without it a run says nothing.
 *
 * @param what what was counted
 * @param count how often it was seen
 */
public record Proof(String what, long count) {

    public boolean given() {
        return count > 0;
    }
}
