package dev.sagamart.chaos.oracle;

import java.util.List;

/** A sentence that must be true, and a way to prove the contrary. */
interface Invariant {

    /** As in the list of invariants, such as {@code I3}. */
    String id();

    String sentence();

    /**
     * What proves the contrary, shortly, at most a few of many.
     *
     * @throws Exception when it cannot be told
     */
    List<String> violations() throws Exception;
}
