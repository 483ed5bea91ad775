package dev.sagamart.local.suite;

import java.time.Duration;

/** Hears how the start and the stop of the suite get on; called from several threads. */
public interface Progress {
    Progress SILENT = new Progress() {
        @Override
        public void note(String text) {}

        @Override
        public void ready(String name, int port, Duration took) {}

        @Override
        public void stopped(String name, Duration took) {}
    };

    void note(String text);

    void ready(String name, int port, Duration took);

    void stopped(String name, Duration took);
}
