package dev.sagamart.chaos.proxy;

/** Which of the two ways through a proxy. */
public enum Direction {
    /** From the client to the server. */
    REQUEST,
    /** From the server to the client. */
    REPLY
}
