package dev.sagamart.faultagent;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the woven code calls; until somebody gives an order, all of it does nothing. */
public final class Faults {
    private static final int AS_AFTER_KILL = 137;
    private static final Map<String, Integer> crashes = new ConcurrentHashMap<>();
    private static final Map<String, Boolean> errors = new ConcurrentHashMap<>();

    private static volatile Duration clockOffset = Duration.ZERO;
    private static volatile @Nullable Journal journal;

    private Faults() {}

    static void begin(Journal ours) {
        journal = ours;
    }

    static void armCrash(CrashPoint point, int passing) {
        crashes.put(point.name(), passing);
    }

    static void armError(ErrorPoint point) {
        errors.put(point.name(), true);
    }

    static void disarm() {
        crashes.clear();
        errors.clear();
    }

    static void clockOffset(Duration offset) {
        clockOffset = offset;
    }

    /** A crash point is passed. */
    public static void passing(String point) {
        if (crashes.isEmpty()) {
            return;
        }
        Integer left = crashes.computeIfPresent(point, (name, passings) -> passings - 1);
        if (left != null && left == 0) {
            say("crash " + point + " in " + Thread.currentThread().getName());
            Runtime.getRuntime().halt(AS_AFTER_KILL);
        }
    }

    /** An error point is passed. */
    public static void failing(String point) {
        if (errors.remove(point) != null) {
            say("error " + point + " in " + Thread.currentThread().getName());
            throw new AssertionError("deliberate, at " + point);
        }
    }

    /** The application's clock, which can be put off. */
    public static Clock shifting(Clock clock) {
        return new ShiftedClock(clock, () -> clockOffset);
    }

    private static void say(String line) {
        Journal ours = journal;
        if (ours != null) {
            ours.say(line);
        }
    }
}
