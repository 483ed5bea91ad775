package dev.sagamart.chaos.faults;

import java.time.Duration;

/** A fault at work. */
public interface Strike {

    /** How long it is to last before it is healed; zero when it is over with the blow. */
    Duration lasts();

    /** Whether it need not last longer than it was to; one that nobody has felt yet is given more time. */
    default boolean felt() {
        return true;
    }

    /** Ends it and returns when the process that it hit runs again; does nothing the second time. */
    void heal();

    /** Whether it took effect; to be asked after the healing. */
    Proof proof();
}
