package dev.sagamart.chaos.mutants;

import dev.sagamart.faultagent.Mutant;
import java.util.Set;

/** How a defect is to be found: by what, and under which circumstances. */
sealed interface Trial {

    /**
     * In a run of the chaos runner.
     *
     * @param faults ids of those that the defect needs to do harm, or of some that have nothing to do with it
     * @param expected invariants of which one at least must be broken
     */
    record UnderFire(Set<String> faults, Set<String> expected) implements Trial {}

    /** By a question of its own: it breaks nothing that stays broken, because a second guard holds. */
    record ByQuestion(Question question) implements Trial {}

    static Trial of(Mutant mutant) {
        return switch (mutant) {
            case M1 -> new UnderFire(Set.of("X19"), Set.of("I3", "I5", "I10"));
            case M2 -> new ByQuestion(new WhatComesLate());
            case M3 -> new ByQuestion(new WhoseClaim());
            case M4 -> new UnderFire(Set.of("X19"), Set.of("I7", "I8"));
            case M5 -> new UnderFire(Set.of("X06", "X15"), Set.of("I13"));
            case M6 -> new UnderFire(Set.of("X19"), Set.of("I4"));
            case M7 -> new ByQuestion(new HowMany());
            case M8 -> new UnderFire(Set.of("X19"), Set.of("I8"));
            case M9 -> new UnderFire(Set.of("X19", "X20c"), Set.of("I12"));
            case M10 -> new UnderFire(Set.of("X12", "X05"), Set.of("I7", "I13"));
            case M11 -> new ByQuestion(new HowLarge());
            case M12 -> new UnderFire(Set.of("X04", "X07"), Set.of("I1", "I7", "I8"));
        };
    }
}
