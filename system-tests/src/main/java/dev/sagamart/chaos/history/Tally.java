package dev.sagamart.chaos.history;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What was counted while it happened. */
public final class Tally {
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final ConcurrentSkipListMap<Long, Second> seconds = new ConcurrentSkipListMap<>();

    /** How it went in one second of the epoch. */
    public static final class Second {
        private final LongAdder done = new LongAdder();
        private final LongAdder refused = new LongAdder();
        private final LongAdder troubled = new LongAdder();

        /** Operations that ended with an effect or a read. */
        public long done() {
            return done.sum();
        }

        /** Operations that were refused for good. */
        public long refused() {
            return refused.sum();
        }

        /** Requests that were busy, broken, or not answered. */
        public long troubled() {
            return troubled.sum();
        }
    }

    void count(Attempt attempt) {
        add("attempts");
        if (attempt.status() == 0) {
            add("attempts without answer");
        } else {
            add("status " + attempt.status());
        }
        if (attempt.replayed()) {
            add("replays");
        }
        if (attempt.degraded()) {
            add("degraded answers");
        }
        if (attempt.isInProgress()) {
            add("in progress");
        }
        if (!attempt.isDefinite()) {
            second(attempt.end()).troubled.increment();
        }
    }

    void count(Outcome outcome) {
        Second second = second(outcome.end());
        switch (outcome.certainty()) {
            case OK -> {
                second.done.increment();
                add(outcome.operation().kind().isRead() ? "reads" : "acknowledged");
            }
            case FAIL -> {
                second.refused.increment();
                add("refused");
                add("refused " + outcome.code());
            }
            case INFO -> add("unknown at first");
        }
    }

    private void add(String what) {
        counts.computeIfAbsent(what, name -> new LongAdder()).increment();
    }

    private Second second(long millis) {
        return seconds.computeIfAbsent(millis / 1000, number -> new Second());
    }

    public long of(String what) {
        LongAdder count = counts.get(what);
        return count == null ? 0 : count.sum();
    }

    /** By second of the epoch. */
    public Map<Long, Second> seconds() {
        return seconds;
    }

    public Map<String, Long> all() {
        var all = new java.util.TreeMap<String, Long>();
        counts.forEach((name, count) -> all.put(name, count.sum()));
        return all;
    }
}
