package dev.sagamart.chaos.proxy;

/** One link between two processes. */
public interface Proxy extends AutoCloseable {

    /** Such as {@code order-1 -> kafka}. */
    String name();

    /** Where clients connect to, on loopback. */
    int port();

    /** How many connections are open. */
    int open();

    @Override
    void close();
}
