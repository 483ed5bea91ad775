package dev.sagamart.chaos.faults;

import dev.sagamart.chaos.cluster.Cluster;
import java.util.random.RandomGenerator;

/** A row of the catalogue. */
record CatalogueEntry(String id, String title, int weight, Aiming aiming) implements Fault {

    /** How its victim is chosen. */
    interface Aiming {
        Aim aim(Cluster cluster, RandomGenerator random);
    }

    @Override
    public Aim aim(Cluster cluster, RandomGenerator random) {
        return aiming.aim(cluster, random);
    }
}
