package dev.sagamart.chaos.runner;

import dev.sagamart.chaos.faults.FaultLog;
import dev.sagamart.chaos.faults.Proof;
import dev.sagamart.chaos.faults.Struck;
import dev.sagamart.chaos.oracle.Blow;
import dev.sagamart.chaos.oracle.Calm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes down every fault, and knows which are at work. */
final class Chronicle implements FaultLog, Calm {
    /** Those that end a process without warning. */
    private static final Set<String> KILLS =
            Set.of("X01", "X02", "X07", "X08", "X09", "X10", "X12", "X15", "X16", "X27");

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final Console console;
    private final Map<Integer, Struck> all = new TreeMap<>();
    private Instant quietSince = Instant.now();

    Chronicle(Path file, Console console) {
        this.file = file;
        this.console = console;
    }

    @Override
    public synchronized void began(Struck fault) {
        all.put(fault.number(), fault);
        write(fault);
        console.line("  %s %s: %s".formatted(fault.id(), fault.title(), fault.target()));
    }

    @Override
    public synchronized void ended(Struck fault) {
        all.put(fault.number(), fault);
        quietSince = Instant.now();
        write(fault);
        if (fault.isInvalid()) {
            Proof proof = fault.proof();
            console.line("  %s %s was not felt: %s"
                    .formatted(
                            fault.id(), fault.target(), fault.error() != null ? fault.error() : String.valueOf(proof)));
        }
    }

    private void write(Struck fault) {
        try {
            Files.writeString(
                    file, JSON.writeValueAsString(fault) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    synchronized List<Struck> all() {
        return List.copyOf(all.values());
    }

    /** In words, empty if nothing is broken at this moment. */
    synchronized String atWork() {
        return all.values().stream()
                .filter(fault -> fault.end() == null)
                .map(fault -> fault.id() + " " + fault.target())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    synchronized long kills() {
        return all.values().stream()
                .filter(fault -> !fault.isInvalid() && KILLS.contains(fault.id().substring(0, 3)))
                .count();
    }

    synchronized List<Blow> blows() {
        return all.values().stream()
                .sorted(Comparator.comparing(Struck::start))
                .map(fault -> new Blow(
                        fault.id(),
                        fault.target(),
                        fault.start(),
                        Objects.requireNonNullElseGet(fault.end(), Instant::now)))
                .toList();
    }

    @Override
    public synchronized @Nullable Instant since() {
        return atWork().isEmpty() ? quietSince : null;
    }
}
