package dev.sagamart.chaos.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/**
 * The agent of {@code libs/fault-agent} in every service: each takes its orders from a file of its own, and keeps a
 * journal of what came of them, which outlives it.
 */
public final class Agent {
    private final Path jar;
    private final Path folder;

    Agent(Path jar, Path folder) {
        this.jar = jar;
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String jvmFlag(String instance) {
        return "-javaagent:" + jar + "=control=" + folder.resolve(instance);
    }

    /** Gives an order such as {@code crash CP4 2}, and waits until the agent has it. */
    public void order(String instance, String order) {
        Path file = folder.resolve(instance);
        try {
            Path part = Files.writeString(folder.resolve(instance + ".part"), order + "\n");
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        if (!RunningCluster.within(Duration.ofSeconds(10), () -> Files.notExists(file))) {
            throw new IllegalStateException("the agent of " + instance + " takes no orders");
        }
    }

    /** How many lines of the journal begin so, such as {@code crash CP4}. */
    public long said(String instance, String words) {
        Path journal = folder.resolve(instance + ".journal");
        try {
            return Files.exists(journal)
                    ? Files.readAllLines(journal).stream()
                            .filter(line -> line.startsWith(words))
                            .count()
                    : 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Takes orders back that nothing has come of, even where nobody is left to hear so. */
    public void disarm(String instance, boolean running) {
        try {
            Files.deleteIfExists(folder.resolve(instance));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        if (running) {
            order(instance, "disarm");
        }
    }

    static List<Path> jarBelow(Path root) {
        Path jar = root.resolve("libs/fault-agent/target/fault-agent.jar");
        return Files.exists(jar) ? List.of(jar) : List.of();
    }
}
