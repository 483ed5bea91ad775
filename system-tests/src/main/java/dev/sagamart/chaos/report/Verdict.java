package dev.sagamart.chaos.report;

/** What a run says. */
public enum Verdict {
    /** Everything held, and it was tried hard enough. */
    PASS(0),
    /** Something did not hold. */
    FAIL(1),
    /** Nothing can be said: a fault was not felt, or too little has happened. */
    INVALID(2);

    private final int exitCode;

    Verdict(int exitCode) {
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
