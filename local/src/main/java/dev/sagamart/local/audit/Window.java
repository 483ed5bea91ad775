package dev.sagamart.local.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** How far back those checks go whose records are pruned: a day less than the shortest of them is kept. */
record Window(Instant from) {
    private static final Duration LENGTH = Duration.ofDays(7);
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    static Window until(Instant now) {
        return new Window(now.truncatedTo(ChronoUnit.HOURS).minus(LENGTH));
    }

    /** The least order id of the window: ids are UUIDs with their time in front. */
    UUID firstOrder() {
        return new UUID(from.toEpochMilli() << 16 | VERSION_7, VARIANT);
    }
}
