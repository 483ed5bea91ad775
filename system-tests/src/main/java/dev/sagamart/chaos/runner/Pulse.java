package dev.sagamart.chaos.runner;

import dev.sagamart.chaos.history.Tally;
import dev.sagamart.chaos.oracle.Oracle;
import java.util.Locale;

/** Says every ten seconds how the clients fare. */
final class Pulse implements AutoCloseable {
    private static final int EVERY_SECONDS = 10;

    private final Tally tally;
    private final Chronicle chronicle;
    private final Oracle oracle;
    private final Console console;
    private final Thread thread = Thread.ofPlatform().daemon().name("pulse").unstarted(this::beat);

    Pulse(Tally tally, Chronicle chronicle, Oracle oracle, Console console) {
        this.tally = tally;
        this.chronicle = chronicle;
        this.oracle = oracle;
        this.console = console;
        thread.start();
    }

    private void beat() {
        try {
            long before = done();
            while (true) {
                Thread.sleep(EVERY_SECONDS * 1000L);
                long now = done();
                console.line(line(now - before));
                before = now;
            }
        } catch (InterruptedException enough) {
            // the run is over
        }
    }

    private long done() {
        return tally.of("acknowledged") + tally.of("reads") + tally.of("refused");
    }

    private String line(long done) {
        String broken = chronicle.atWork();
        return String.format(
                Locale.ROOT,
                "%5.1f/s, %d acknowledged, %d refused, %d unknown%s%s",
                (double) done / EVERY_SECONDS,
                tally.of("acknowledged"),
                tally.of("refused"),
                tally.of("unknown at first"),
                broken.isEmpty() ? "" : " | " + broken,
                oracle.isAllWell() ? "" : " | SOMETHING IS BROKEN THAT MUST NOT");
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
