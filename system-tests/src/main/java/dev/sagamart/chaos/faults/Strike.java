package dev.sagamart.chaos.faults;

import java.time.Duration;

/** A fault at work. */
public interface Strike {

    /** What is hurt and how much, such as {@code order-1 for 12 s}. */
    String target();

    /** How long it is to last before it is healed; zero when it is over with the blow. */
    Duration lasts();

    /** Ends it and returns when the process that it hit runs again; does nothing the second time. */
    void heal();

    /** Whether it was felt; to be asked after the healing. */
    Proof proof();
}
