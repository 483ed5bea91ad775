package dev.sagamart.loadtests.compare;

/** Where the clients come in. */
public enum Entrance {
    GATEWAY,
    /** At the service itself, with the same token and key. */
    SERVICE
}
