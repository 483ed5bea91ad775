package dev.sagamart.chaos.faults;

import dev.sagamart.chaos.cluster.Cluster;
import java.util.Set;
import java.util.random.RandomGenerator;

/** One way of hurting the suite. */
public interface Fault {

    /** As in the catalogue, such as {@code X01}; a variant has a letter more, such as {@code X20a}. */
    String id();

    /** What is done, in a few words for the report. */
    String title();

    /** How often it is chosen, compared with the others. */
    int weight();

    /** What may be hurt by one fault at a time only, such as {@code redis}; two faults that name the same never meet. */
    default Set<String> occupies() {
        return Set.of();
    }

    /** Chooses target and strength and begins; whatever was begun is undone when this throws. */
    Strike strike(Cluster cluster, RandomGenerator random);
}
