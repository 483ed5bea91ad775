package dev.sagamart.conformance;

/** How a case ended. */
public enum Verdict {
    PASS,
    FAIL,
    SKIPPED
}
