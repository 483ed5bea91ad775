package dev.sagamart.local.cli;

import dev.sagamart.local.suite.Progress;
import java.time.Duration;
import java.util.Locale;

/** Prints progress, one line at a time. */
final class Terminal implements Progress {

    @Override
    public void note(String text) {
        print("  " + text);
    }

    @Override
    public void ready(String name, int port, Duration took) {
        print(String.format(Locale.ROOT, "  %-12s ready after %5.1f s   127.0.0.1:%d", name, seconds(took), port));
    }

    @Override
    public void stopped(String name, Duration took) {
        print(String.format(Locale.ROOT, "  %-12s stopped after %4.1f s", name, seconds(took)));
    }

    synchronized void print(String line) {
        System.out.println(line);
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
