package dev.sagamart.conformance.cases;

/** A case cannot be tried; the message says why. */
public final class Skipped extends RuntimeException {
    Skipped(String reason) {
        super(reason);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
