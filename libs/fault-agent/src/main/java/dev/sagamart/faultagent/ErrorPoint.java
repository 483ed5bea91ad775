package dev.sagamart.faultagent;

/** Where a listener can be made to fail with an {@link AssertionError}, and who gets it. */
public enum ErrorPoint {
    E1("outside of all handling of errors: the container gets it"),
    E2("while a batch is handled: the batch is taken apart");

    private final String meaning;

    ErrorPoint(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }
}
