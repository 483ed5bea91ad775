package dev.sagamart.conformance.toy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Holds a key for whoever came first, for the time of a lease, and then the answer. */
final class ToyStore {
    static final Duration LEASE = Duration.ofMillis(600);

    private final Set<Flaw> flaws;
    private final Map<String, Entry> entries = new HashMap<>();
    private boolean away;

    ToyStore(Set<Flaw> flaws) {
        this.flaws = flaws;
    }

    synchronized void away(boolean on) {
        away = on;
    }

    synchronized void kill() {
        away = true;
        if (flaws.contains(Flaw.STORE_IN_MEMORY)) {
            entries.clear();
        }
    }

    synchronized void flush() {
        entries.clear();
    }

    /** Whoever has the key now: the asker himself if it was free. */
    Entry claim(String name, String fingerprint, Object owner) {
        if (!flaws.contains(Flaw.CHECKS_THEN_ACTS)) {
            return claimAtOnce(name, fingerprint, owner);
        }
        Optional<Entry> there = find(name);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        return there.orElseGet(() -> {
            put(name, Entry.claimed(fingerprint, owner));
            return Entry.claimed(fingerprint, owner);
        });
    }

    private synchronized Entry claimAtOnce(String name, String fingerprint, Object owner) {
        return find(name).orElseGet(() -> {
            put(name, Entry.claimed(fingerprint, owner));
            return Entry.claimed(fingerprint, owner);
        });
    }

    synchronized void renew(String name, Object owner) {
        if (!flaws.contains(Flaw.LEASE_RUNS_OUT)) {
            find(name).filter(entry -> entry.isOf(owner)).ifPresent(entry -> put(name, entry.renewed()));
        }
    }

    synchronized void complete(String name, Object owner, String fingerprint, ToyAnswer answer) {
        if (find(name).filter(entry -> !entry.isOf(owner)).isEmpty()) {
            put(name, new Entry(fingerprint, owner, answer, Long.MAX_VALUE));
        }
    }

    synchronized void release(String name, Object owner) {
        if (find(name).filter(entry -> entry.isOf(owner)).isPresent() || flaws.contains(Flaw.FREES_WHAT_IS_ANOTHERS)) {
            entries.remove(name);
        }
    }

    synchronized Optional<Entry> find(String name) {
        if (away) {
            throw new Away();
        }
        return Optional.ofNullable(entries.get(name)).filter(entry -> entry.until() > System.nanoTime());
    }

    synchronized Optional<Entry> findBy(String start, String end) {
        return entries.keySet().stream()
                .filter(name -> name.startsWith(start) && name.endsWith(end))
                .findFirst()
                .flatMap(this::find);
    }

    private synchronized void put(String name, Entry entry) {
        entries.put(name, entry);
    }

    /** @param answer none while it is worked on */
    record Entry(String fingerprint, Object owner, @Nullable ToyAnswer answer, long until) {

        static Entry claimed(String fingerprint, Object owner) {
            return new Entry(fingerprint, owner, null, System.nanoTime() + LEASE.toNanos());
        }

        Entry renewed() {
            return claimed(fingerprint, owner);
        }

        boolean isOf(Object other) {
            return owner == other && answer == null;
        }
    }

    static final class Away extends RuntimeException {}
}
