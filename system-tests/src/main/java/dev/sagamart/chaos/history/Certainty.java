package dev.sagamart.chaos.history;

/** What is known of an operation after its last attempt. */
public enum Certainty {
    /** It has had its effect. */
    OK,
    /** It has had none and never will. */
    FAIL,
    /** Nobody said: it may have had its effect, once. */
    INFO
}
