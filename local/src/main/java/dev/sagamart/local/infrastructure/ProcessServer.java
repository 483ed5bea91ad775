package dev.sagamart.local.infrastructure;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A server that is one child process. The life is the same for all; what is launched and when it answers differ. */
public abstract class ProcessServer implements Server {
    private final Duration startLimit;
    private final Duration stopLimit;
    private volatile @Nullable ChildProcess process;

    /**
     * @param startLimit when a process that does not answer yet is given up
     * @param stopLimit when a process that was asked to end is killed
     */
    protected ProcessServer(Duration startLimit, Duration stopLimit) {
        this.startLimit = startLimit;
        this.stopLimit = stopLimit;
    }

    /** Prepares what the process needs and says how it is started. */
    protected abstract Launch launch();

    /** Whether the process can do its work; false while it starts. */
    public abstract boolean answers();

    /** What is left to do once it answers. */
    protected void completeStart() {}

    protected void terminate(ChildProcess running, Duration limit) {
        running.terminate(limit);
    }

    @Override
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        ChildProcess started = ChildProcess.start(launch());
        process = started;
        started.awaitReady(this::answers, startLimit);
        completeStart();
    }

    @Override
    public synchronized void stop() {
        ChildProcess current = process;
        if (current != null && current.isAlive()) {
            terminate(current, stopLimit);
        }
    }

    @Override
    public synchronized void kill() {
        ChildProcess current = process;
        if (current != null) {
            current.kill();
        }
    }

    /** Does not wait for a start that is under way. */
    @Override
    public boolean isRunning() {
        ChildProcess current = process;
        return current != null && current.isAlive();
    }

    /** The last process that was started, dead or alive. */
    public @Nullable ChildProcess process() {
        return process;
    }
}
