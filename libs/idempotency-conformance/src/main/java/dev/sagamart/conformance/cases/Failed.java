package dev.sagamart.conformance.cases;

/** The API did something else; the message says what. */
public final class Failed extends RuntimeException {
    Failed(String got) {
        super(got);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
