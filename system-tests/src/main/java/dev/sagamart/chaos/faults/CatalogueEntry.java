package dev.sagamart.chaos.faults;

import dev.sagamart.chaos.cluster.Cluster;
import java.util.random.RandomGenerator;

/**
 * A row of the catalogue.
 *
 * @param planted whether it is done by the agent in the services
 */
record CatalogueEntry(String id, String title, int weight, boolean planted, Aiming aiming) implements Fault {

    /** How its victim is chosen. */
    interface Aiming {
        Aim aim(Cluster cluster, RandomGenerator random);
    }

    @Override
    public boolean isPossible(Cluster cluster) {
        return !planted || cluster.agent().isPresent();
    }

    @Override
    public Aim aim(Cluster cluster, RandomGenerator random) {
        return aiming.aim(cluster, random);
    }
}
