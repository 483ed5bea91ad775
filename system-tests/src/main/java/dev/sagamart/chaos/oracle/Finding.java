package dev.sagamart.chaos.oracle;

import java.util.List;

/**
 * What came of looking at an invariant.
 *
 * @param when in which phase of the run
 * @param violations what proves the contrary; none if it holds
 */
public record Finding(String id, String sentence, String when, List<String> violations) {

    public boolean holds() {
        return violations.isEmpty();
    }

    static Finding of(Invariant invariant, String when) {
        try {
            return new Finding(invariant.id(), invariant.sentence(), when, invariant.violations());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (Exception failure) {
            return new Finding(
                    invariant.id(),
                    invariant.sentence(),
                    when,
                    List.of("could not be checked: " + failure.getMessage()));
        }
    }
}
