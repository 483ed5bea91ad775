package dev.sagamart.local.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints what has come to a file since the last look; begins anew when the file did. */
final class LogFollower {
    private final Path file;
    private long position;

    LogFollower(Path file) {
        this.file = file;
    }

    void printNew() {
        try {
            if (Files.exists(file)) {
                print();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void print() throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            if (channel.size() < position) {
                position = 0;
            }
            channel.position(position);
            position += Channels.newInputStream(channel).transferTo(System.out);
            System.out.flush();
        }
    }
}
