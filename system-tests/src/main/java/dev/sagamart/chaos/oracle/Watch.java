package dev.sagamart.chaos.oracle;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Looks every two seconds at what must be true at any moment; a database that is away is looked at the next time. */
final class Watch implements AutoCloseable {
    private static final int EVERY_MILLIS = 2000;

    private final List<Invariant> invariants;
    private final Thread thread = Thread.ofPlatform().daemon().name("watch").unstarted(this::watch);
    private final Map<String, Finding> broken = new LinkedHashMap<>();
    private final AtomicLong looks = new AtomicLong();

    Watch(List<Invariant> invariants) {
        this.invariants = List.copyOf(invariants);
    }

    void begin() {
        thread.start();
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(EVERY_MILLIS);
                look();
            }
        } catch (InterruptedException enough) {
            // the run is over
        }
    }

    /** Once; what was found broken stays found. */
    void look() {
        invariants.forEach(this::look);
    }

    private void look(Invariant invariant) {
        try {
            List<String> violations = invariant.violations();
            looks.incrementAndGet();
            if (!violations.isEmpty()) {
                note(new Finding(invariant.id(), invariant.sentence(), "under fire", violations));
            }
        } catch (SQLException away) {
            // looked at again soon
        } catch (Exception failure) {
            note(new Finding(invariant.id(), invariant.sentence(), "under fire", List.of("not checked: " + failure)));
        }
    }

    private synchronized void note(Finding finding) {
        broken.putIfAbsent(finding.id() + finding.sentence(), finding);
    }

    /** What was found broken at any time, and for the others that they held. */
    synchronized List<Finding> findings() {
        return invariants.stream()
                .map(one -> broken.getOrDefault(
                        one.id() + one.sentence(), new Finding(one.id(), one.sentence(), "under fire", List.of())))
                .toList();
    }

    synchronized boolean isAllWell() {
        return broken.isEmpty();
    }

    long looks() {
        return looks.get();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
