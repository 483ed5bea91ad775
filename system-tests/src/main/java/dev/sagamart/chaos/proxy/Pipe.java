package dev.sagamart.chaos.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/** Carries the bytes of one direction of one connection, as far as its troubles allow. */
final class Pipe implements Runnable {
    private static final int CHUNK = 16 * 1024;

    private final Connection connection;
    private final Direction direction;
    private final Condition condition;
    private final Counters counters;
    private long carried;

    Pipe(Connection connection, Direction direction, Condition condition, Counters counters) {
        this.connection = connection;
        this.direction = direction;
        this.condition = condition;
        this.counters = counters;
    }

    @Override
    public void run() {
        var chunk = new byte[CHUNK];
        try {
            InputStream from = connection.from(direction);
            OutputStream to = connection.to(direction);
            int length = from.read(chunk);
            while (length >= 0 && carry(to, chunk, length)) {
                length = from.read(chunk);
            }
            connection.endOf(direction);
        } catch (IOException broken) {
            connection.close();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            connection.close();
        }
    }

    /** Answers whether the connection still stands. */
    private boolean carry(OutputStream to, byte[] chunk, int length) throws IOException, InterruptedException {
        switch (condition.of(direction)) {
            case Trouble.Reset reset -> {
                return breakOff();
            }
            case Trouble.Cut cut
            when carried + length > cut.bytes() -> {
                to.write(chunk, 0, (int) Math.max(0, cut.bytes() - carried));
                return breakOff();
            }
            case Trouble.BlackHole blackHole -> {
                counters.disturbed();
                condition.awaitPassage(direction);
            }
            case Trouble.Latency latency -> wait(latency.delay());
            case Trouble.Rate rate -> wait(Duration.ofMillis(1000L * length / rate.bytesPerSecond()));
            case null, default -> {
                // nothing in the way
            }
        }
        to.write(chunk, 0, length);
        carried += length;
        return true;
    }

    private boolean breakOff() {
        counters.reset();
        connection.reset();
        return false;
    }

    private void wait(Duration pause) throws InterruptedException {
        counters.disturbed();
        Thread.sleep(pause);
    }
}
