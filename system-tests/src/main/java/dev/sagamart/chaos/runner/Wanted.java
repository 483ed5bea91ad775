package dev.sagamart.chaos.runner;

import dev.sagamart.chaos.faults.Catalogue;
import dev.sagamart.chaos.faults.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What run is wanted.
 *
 * @param minutes how long faults are let loose
 * @param faults ids of the catalogue, or none for those that suit the length
 * @param root the checkout
 * @param folder where everything of the run goes
 * @param aftermath how long clients stay once all is healed
 * @param jvmFlags more flags for every service
 */
public record Wanted(
        long seed,
        int minutes,
        List<String> faults,
        Path root,
        Path folder,
        Duration aftermath,
        List<String> jvmFlags) {
    private static final int SMOKE_MINUTES = 5;
    private static final int SOAK_MINUTES = 120;

    boolean isChosen() {
        return !faults.isEmpty();
    }

    int atOnce() {
        return minutes <= SMOKE_MINUTES ? 1 : 2;
    }

    /** @throws IllegalArgumentException if there is no such fault */
    List<Fault> catalogue() {
        if (!isChosen()) {
            return suited();
        }
        return faults.stream().flatMap(id -> named(id).stream()).toList();
    }

    private List<Fault> suited() {
        if (minutes <= SMOKE_MINUTES) {
            return Catalogue.smoke();
        }
        return minutes < SOAK_MINUTES ? Catalogue.standard() : Catalogue.soak();
    }

    private static List<Fault> named(String id) {
        List<Fault> named = Catalogue.soak().stream()
                .filter(fault -> fault.id().startsWith(id))
                .toList();
        if (named.isEmpty()) {
            throw new IllegalArgumentException("there is no fault " + id + ", only "
                    + Catalogue.soak().stream().map(Fault::id).toList());
        }
        return named;
    }

    /** The command that does this once more. */
    String command() {
        return "./run chaos --seed " + seed + " --minutes " + minutes
                + (isChosen() ? " --faults " + String.join(",", faults) : "");
    }
}
