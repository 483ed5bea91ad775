package dev.sagamart.coupon.demand;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;

/** Parts of equal and round length, a hundred of them or less. */
record Steps(Instant from, Duration length) {
    private static final int MOST = 100;
    private static final long DAY = 86_400;

    /** Covers this time, both ends included. */
    static Steps over(Instant from, Instant until) {
        long needed = Duration.between(from, until).toSeconds() / MOST + 1;
        long length = LongStream.of(1, 2, 5, 10, 30, 60, 300, 600, 1_800, 3_600, 21_600, DAY)
                .filter(round -> round >= needed)
                .findFirst()
                .orElse((needed + DAY - 1) / DAY * DAY);
        long begin = from.getEpochSecond();
        return new Steps(Instant.ofEpochSecond(begin - begin % length), Duration.ofSeconds(length));
    }
}
