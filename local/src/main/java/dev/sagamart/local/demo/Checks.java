package dev.sagamart.local.demo;

import java.util.Objects;

/** Prints a line per check and remembers whether all of them held. */
final class Checks {
    private int done;
    private int failed;

    void title(String title) {
        System.out.println("\n" + title);
    }

    void equal(String what, Object expected, Object actual) {
        that(what, Objects.equals(expected, actual), "expected " + expected + ", got " + actual);
    }

    void that(String what, boolean holds, String otherwise) {
        done++;
        if (holds) {
            System.out.println("  ✓ " + what);
        } else {
            failed++;
            System.out.println("  ✗ " + what + ": " + otherwise);
        }
    }

    boolean conclude() {
        System.out.println(
                failed == 0 ? "\nAll " + done + " checks hold." : "\n" + failed + " of " + done + " checks failed.");
        return failed == 0;
    }
}
