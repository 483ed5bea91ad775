package dev.sagamart.local.cli;

import java.util.concurrent.CountDownLatch;

/** Makes Ctrl-C and SIGTERM wait until the main thread has stopped everything, whatever it is busy with. */
final class Lifetime {
    private final Thread main = Thread.currentThread();
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean asked;

    Lifetime() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::interruptAndWait, "stop"));
    }

    /** Stays until the end is asked for. */
    void awaitEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException endAskedFor) {
            main.interrupt();
        }
    }

    /** The request to end has been heard: from here on the main thread cleans up undisturbed. */
    boolean endWasAskedFor() {
        boolean interrupted = Thread.interrupted();
        return interrupted || asked;
    }

    /** Everything is cleaned up, the JVM may go. */
    void finished() {
        finished.countDown();
    }

    private void interruptAndWait() {
        if (finished.getCount() > 0) {
            asked = true;
            main.interrupt();
            try {
                finished.await();
            } catch (InterruptedException impossible) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
