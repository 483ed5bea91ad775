package dev.sagamart.chaos.runner;

import dev.sagamart.local.suite.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells how a run gets on, with the time since its beginning. */
public final class Console implements Progress {
    private final PrintStream out;
    private final long begin = System.nanoTime();

    public Console(PrintStream out) {
        this.out = out;
    }

    void line(String text) {
        long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
        out.printf(Locale.ROOT, "%3d:%02d  %s%n", seconds / 60, seconds % 60, text);
    }

    @Override
    public void note(String text) {
        line("  " + text);
    }

    @Override
    public void ready(String name, int port, Duration took) {
        line("  %s is ready after %.1f s".formatted(name, took.toMillis() / 1000.0));
    }

    @Override
    public void stopped(String name, Duration took) {
        // nobody waits for it
    }
}
