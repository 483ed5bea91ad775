package dev.sagamart.chaos.mutants;

import dev.sagamart.chaos.cluster.Cluster;
import java.util.List;

/** Something to be asked of a running suite. */
interface Question {

    /** What is wrong, shortly; nothing in a suite without defects. */
    List<String> wrong(Cluster cluster) throws Exception;
}
