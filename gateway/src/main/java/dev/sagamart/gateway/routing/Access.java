package dev.sagamart.gateway.routing;

/** Who may call an endpoint. */
public enum Access {
    ANYONE,
    USER,
    ADMIN
}
