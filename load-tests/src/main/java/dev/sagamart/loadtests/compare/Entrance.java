package dev.sagamart.loadtests.compare;

/** Where the clients come in. */
enum Entrance {
    GATEWAY,
    /** At the service itself, with the same token and key. */
    SERVICE
}
