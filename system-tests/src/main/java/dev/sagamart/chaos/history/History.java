package dev.sagamart.chaos.history;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import tools.jackson.databind.json.JsonMapper;

/** A file of JSON lines that only grows; nothing of it is kept in memory but counts. */
public final class History implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LINES_PER_SYNC = 100;

    private final Path file;
    private final FileChannel channel;
    private final OutputStream lines;
    private final Tally tally = new Tally();
    private int unsynced;

    private History(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
        this.lines = new BufferedOutputStream(Channels.newOutputStream(channel));
    }

    public static History in(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return new History(
                    file,
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public void add(Attempt attempt) {
        write(new AttemptLine(attempt, attempt.certainty()));
        tally.count(attempt);
    }

    /** The last outcome of an operation counts. */
    public void add(Outcome outcome) {
        write(new OutcomeLine(outcome));
        tally.count(outcome);
    }

    public Tally tally() {
        return tally;
    }

    public Path file() {
        return file;
    }

    /** Returns when everything is in the file. */
    public synchronized void flush() {
        try {
            lines.flush();
            channel.force(false);
            unsynced = 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private synchronized void write(Object line) {
        try {
            lines.write(JSON.writeValueAsBytes(line));
            lines.write('\n');
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        if (++unsynced >= LINES_PER_SYNC) {
            flush();
        }
    }

    @Override
    public synchronized void close() {
        flush();
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private record AttemptLine(Attempt attempt, Certainty certainty) {}

    private record OutcomeLine(Outcome outcome) {}
}
