package dev.sagamart.chaos.mutants;

import dev.sagamart.faultagent.Mutant;
import java.util.List;
import java.util.Set;

/**
 * What became of a defect.
 *
 * @param by what it was caught by; empty if it survived
 * @param evidence what was said about it, or why nothing can be said
 */
record Outcome(Mutant mutant, Set<String> by, List<String> evidence) {

    boolean isCaught() {
        return !by.isEmpty();
    }

    String verdict() {
        return isCaught() ? "CAUGHT by " + String.join(", ", by) : "SURVIVED";
    }
}
