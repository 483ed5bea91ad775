package dev.sagamart.messaging.listening;

/** What a reader does with a type it does not know. */
public enum UnknownTypes {
    /** Somebody waits for an answer: keep it where an operator sees it. */
    DEAD_LETTER,
    /** An event for others, or from a newer sender: count it and go on. */
    IGNORE
}
