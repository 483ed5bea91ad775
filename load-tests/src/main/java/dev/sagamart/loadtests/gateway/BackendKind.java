package dev.sagamart.loadtests.gateway;

/** Before what the gateways are compared. */
enum BackendKind {
    /** Constant bytes at once: the price of the gateway alone. */
    CONSTANT,
    /** The services of the suite: what a client sees of that price. */
    SERVICES
}
