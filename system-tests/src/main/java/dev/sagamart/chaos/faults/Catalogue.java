package dev.sagamart.chaos.faults;

import java.util.List;

/** The faults that a run chooses from. */
public final class Catalogue {
    private Catalogue() {}

    /** A few that cover most, for a run of three minutes. */
    public static List<Fault> smoke() {
        return List.of();
    }

    /** All that a machine like this can do. */
    public static List<Fault> standard() {
        return List.of();
    }
}
