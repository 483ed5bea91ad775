package dev.sagamart.loadtests.surge;

import dev.sagamart.local.suite.ComponentStatus;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Resident memory of each process. */
final class MemoryWatch {
    private final Map<String, Use> uses = new LinkedHashMap<>();

    /** In bytes, at the first look, at most, and at the last one. */
    record Use(long first, long most, long last) {
        private Use then(long now) {
            return new Use(first, Math.max(most, now), now);
        }
    }

    void look(List<ComponentStatus> processes) {
        for (ComponentStatus process : processes) {
            long now = process.memoryBytes();
            uses.merge(process.name(), new Use(now, now, now), (known, first) -> known.then(now));
        }
    }

    Map<String, Use> uses() {
        return Collections.unmodifiableMap(uses);
    }
}
