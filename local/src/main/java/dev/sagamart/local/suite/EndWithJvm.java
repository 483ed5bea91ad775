package dev.sagamart.local.suite;

import java.util.concurrent.CountDownLatch;

/** Lets nothing run on when the JVM is told to end, not even what is just being started. */
public final class EndWithJvm {
    private final Thread starter = Thread.currentThread();
    private final CountDownLatch startEnded = new CountDownLatch(1);
    private final Thread hook = new Thread(this::end, "stop-suite");
    private volatile Runnable stop = () -> {};

    /** To be made by the thread that starts it, before it does. */
    public EndWithJvm() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** @param stop what stops it from now on */
    public void started(Runnable stop) {
        this.stop = stop;
        startEnded.countDown();
    }

    /** It was stopped, or its start has failed and left nothing behind. */
    public void forget() {
        stop = () -> {};
        startEnded.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException itIsEnding) {
            return;
        }
    }

    private void end() {
        if (startEnded.getCount() > 0) {
            starter.interrupt();
        }
        try {
            startEnded.await();
        } catch (InterruptedException impossible) {
            Thread.currentThread().interrupt();
        }
        stop.run();
    }
}
