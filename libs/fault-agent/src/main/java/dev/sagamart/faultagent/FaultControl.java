package dev.sagamart.faultagent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/** The supervisor's end of a process with the agent: gives orders, and reads what came of them. */
public final class FaultControl {
    private final Path orders;
    private final Path journal;

    /** @param orders the file that the agent takes its orders from; every process has its own */
    public FaultControl(Path orders) {
        this.orders = orders.toAbsolutePath();
        this.journal = journalOf(this.orders);
    }

    static Path journalOf(Path orders) {
        return orders.resolveSibling(orders.getFileName() + ".journal");
    }

    /** The JVM argument that attaches the agent to the process. */
    public String jvmArgument(Path agentJar) {
        return "-javaagent:" + agentJar.toAbsolutePath() + "=control=" + orders;
    }

    /** The process dies when it passes the point for the n-th time from now on. */
    public void crash(CrashPoint point, int passing) {
        order("crash " + point + " " + passing);
    }

    /** The next poll at this point ends with an {@link AssertionError}. */
    public void fail(ErrorPoint point) {
        order("error " + point);
    }

    /** Sets the clock of the application off against that of the machine. */
    public void clock(Duration offset) {
        order("clock " + offset);
    }

    /** Forgets the crashes and errors that have not happened; the clock stays as it is. */
    public void disarm() {
        order("disarm");
    }

    private void order(String line) {
        try {
            Path part = Files.createTempFile(
                    orders.getParent(), orders.getFileName().toString(), ".part");
            Files.writeString(part, line + "\n", UTF_8);
            Files.move(part, orders, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether the agent has taken the last order; before that, another one would replace it. */
    public boolean isTaken() {
        return Files.notExists(orders);
    }

    /** Everything the agents of this process have said since the first start, one line each. */
    public List<String> journal() {
        try {
            return Files.exists(journal) ? Files.readAllLines(journal, UTF_8) : List.of();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** How often the process died at this point. */
    public long crashes(CrashPoint point) {
        return said("crash " + point);
    }

    /** How often an error was thrown at this point. */
    public long errors(ErrorPoint point) {
        return said("error " + point);
    }

    private long said(String words) {
        return journal().stream().filter(line -> line.startsWith(words + " ")).count();
    }
}
