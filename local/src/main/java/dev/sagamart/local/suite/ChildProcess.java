package dev.sagamart.local.suite;

import java.io.IOException;

/** Starts programs that do not outlive this JVM. */
public final class ChildProcess {
    private ChildProcess() {}

    /** When the JVM is told to end while the program runs, so is the program, and the JVM waits for it. */
    public static Process start(ProcessBuilder program) throws IOException {
        Process process = program.start();
        var end = new Thread(() -> end(process), "stop-child");
        Runtime.getRuntime().addShutdownHook(end);
        var _ = process.onExit().thenRun(() -> forget(end));
        return process;
    }

    private static void end(Process process) {
        process.destroy();
        process.onExit().join();
    }

    private static void forget(Thread end) {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException itIsEnding) {
            return;
        }
    }
}
