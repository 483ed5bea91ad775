package dev.sagamart.local.infrastructure;

/** A server that can be stopped, killed and started again on the same port with the same data. */
public interface Server extends AutoCloseable {

    /** Returns once the server answers; does nothing when it runs already. */
    void start();

    /** Ends the server in order; does nothing when it does not run. */
    void stop();

    /** Ends the server the way {@code kill -9} does. */
    void kill();

    boolean isRunning();

    @Override
    default void close() {
        stop();
    }
}
