package dev.sagamart.conformance.cases;

import dev.sagamart.conformance.subject.Fault;
import java.util.List;

/**
 * One promise of an API.
 *
 * @param expected in words
 * @param needs what must be possible to do to the API
 */
public record Case(String name, String expected, List<Fault> needs, Check check) {

    static Case of(String name, String expected, Check check) {
        return new Case(name, expected, List.of(), check);
    }

    Case needing(Fault... faults) {
        return new Case(name, expected, List.of(faults), check);
    }

    /**
     * Tries it out.
     *
     * @return what the API did, in words
     * @throws Failed if that is not what is expected
     * @throws Skipped if it cannot be tried here
     */
    public String run(Trial trial) throws InterruptedException {
        needs.forEach(trial::requirePossible);
        return check.run(trial);
    }

    /** Does something to the API and judges what it did. */
    @FunctionalInterface
    interface Check {
        String run(Trial trial) throws InterruptedException;
    }
}
