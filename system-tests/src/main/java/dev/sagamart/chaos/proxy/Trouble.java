package dev.sagamart.chaos.proxy;

import java.time.Duration;

/** What befalls the bytes of one direction. */
public sealed interface Trouble {

    /** Every chunk comes later. */
    record Latency(Duration delay) implements Trouble {}

    /** Nothing comes any more; what was held back arrives when the trouble is over. */
    record BlackHole() implements Trouble {}

    /** The next chunk is swallowed, and the connection is reset instead; so for every connection. */
    record Reset() implements Trouble {}

    /** The connection is reset once it has let so many bytes through. */
    record Cut(long bytes) implements Trouble {}

    /** No faster than that. */
    record Rate(int bytesPerSecond) implements Trouble {}
}
