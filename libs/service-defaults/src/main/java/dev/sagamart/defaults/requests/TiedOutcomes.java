package dev.sagamart.defaults.requests;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells how requests ended that were tied to a resource ({@link RequestKeys#tie}). */
public interface TiedOutcomes {
    /**
     * An outcome.
     *
     * @param status the status of the answer, or null while it is not known
     */
    record Outcome(@Nullable Integer status, String location) {}

    Outcome of(UUID resource);
}
