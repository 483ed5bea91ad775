package dev.sagamart.conformance.subject;

/** What a token may be good for. */
public enum TokenKind {
    USER,
    /** For writes that ordinary users may not do. */
    ADMIN,
    /** Well made, but of a time that is over. */
    EXPIRED
}
