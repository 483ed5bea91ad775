package dev.sagamart.chaos.faults;

import dev.sagamart.chaos.cluster.Cluster;
import java.util.random.RandomGenerator;

/** One way of hurting the suite. */
public interface Fault {

    /** As in the catalogue, such as {@code X01}; a variant has a letter more, such as {@code X20a}. */
    String id();

    /** What is done, in a few words for the report. */
    String title();

    /** How often it is chosen, compared with the others. */
    int weight();

    /** Whether this suite has what it takes; one that is not possible is passed over. */
    default boolean isPossible(Cluster cluster) {
        return true;
    }

    /** Chooses whom to hit and how hard, and does nothing yet. */
    Aim aim(Cluster cluster, RandomGenerator random);
}
