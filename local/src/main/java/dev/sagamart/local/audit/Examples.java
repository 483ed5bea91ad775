package dev.sagamart.local.audit;

import java.util.ArrayList;
import java.util.List;

/** Counts differences and keeps the first few. */
final class Examples {
    private static final int KEPT = 5;

    private final List<String> first = new ArrayList<>();
    private long count;

    void add(String difference) {
        if (count < KEPT) {
            first.add(difference);
        }
        count++;
    }

    Finding finding(Check check, Finding.Kind kind, long compared) {
        return new Finding(check.id(), check.sentence(), kind, compared, count, List.copyOf(first));
    }
}
