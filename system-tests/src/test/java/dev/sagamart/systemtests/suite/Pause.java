package dev.sagamart.systemtests.suite;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Time in which a process hangs: its connections stay open and nothing answers. */
public final class Pause implements AutoCloseable {
    private final long pid;

    private Pause(long pid) {
        this.pid = pid;
    }

    static Pause begin(long pid) {
        signal("STOP", pid);
        return new Pause(pid);
    }

    @Override
    public void close() {
        signal("CONT", pid);
    }

    private static void signal(String name, long pid) {
        try {
            int exit = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("kill -" + name + " " + pid + " failed");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
