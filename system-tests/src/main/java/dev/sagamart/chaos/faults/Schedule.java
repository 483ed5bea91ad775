package dev.sagamart.chaos.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Chooses the faults of a run; the same seed chooses the same. Each has its turn as often as it weighs before any has
 * it more often.
 *
 * @param catalogue what may be chosen
 * @param atOnce how many may be at work at the same time
 */
public record Schedule(long seed, List<Fault> catalogue, int atOnce) {

    public Schedule {
        catalogue = List.copyOf(catalogue);
        if (catalogue.isEmpty() || atOnce < 1) {
            throw new IllegalArgumentException("nothing to choose from");
        }
    }

    /** A fault whose turn has come, with the chance that decides on its victim. */
    record Turn(Fault fault, RandomGenerator random) {}

    /** Without end. */
    Iterator<Turn> turns() {
        var random = new SplittableRandom(seed);
        return Stream.generate(() -> shuffled(random))
                .flatMap(List::stream)
                .map(fault -> new Turn(fault, random.split()))
                .iterator();
    }

    /** All once, so that a short run sees every kind, and then the rest. */
    private List<Fault> shuffled(SplittableRandom random) {
        List<Fault> once = new ArrayList<>(catalogue);
        List<Fault> rest = new ArrayList<>();
        for (Fault fault : catalogue) {
            rest.addAll(Collections.nCopies(fault.weight() - 1, fault));
        }
        Collections.shuffle(once, Random.from(random));
        Collections.shuffle(rest, Random.from(random));
        once.addAll(rest);
        return once;
    }
}
