package dev.sagamart.ranking.popular;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The hours that count: the running one and the 72 before it. So no order of the last 72 hours is left out; on the hour,
 * when the running one is still empty, it is exactly these, and never more than one hour older ones beside them.
 */
public record RankingWindow(Instant firstHour, Instant lastHour) {
    static final int DAYS = 3;

    public static RankingWindow until(Instant now) {
        Instant running = now.truncatedTo(ChronoUnit.HOURS);
        return new RankingWindow(running.minus(Duration.ofDays(DAYS)), running);
    }

    boolean contains(Instant moment) {
        return !moment.isBefore(firstHour);
    }
}
