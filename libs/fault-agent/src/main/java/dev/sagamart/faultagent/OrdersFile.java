package dev.sagamart.faultagent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Takes orders from the control file and carries them out; what it does not understand ends the process. */
final class OrdersFile implements Runnable {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Path file;
    private final Journal journal;
    private final Set<String> possible;

    /** @param possible the names of the points that exist in this process */
    OrdersFile(Path file, Journal journal, Set<String> possible) {
        this.file = file;
        this.journal = journal;
        this.possible = possible;
    }

    @Override
    public void run() {
        try {
            while (true) {
                take();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException failure) {
            FaultAgent.refuse("cannot follow " + file + ": " + failure);
        }
    }

    void take() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        List<String> lines = Files.readAllLines(file, UTF_8);
        lines.stream().filter(line -> !line.isBlank()).forEach(this::carryOut);
        Files.delete(file);
    }

    private void carryOut(String line) {
        String[] words = line.strip().split("\\s+", -1);
        switch (words[0]) {
            case "crash" ->
                Faults.armCrash(
                        CrashPoint.valueOf(possible(words[1])), words.length > 2 ? Integer.parseInt(words[2]) : 1);
            case "error" -> Faults.armError(ErrorPoint.valueOf(possible(words[1])));
            case "clock" -> Faults.clockOffset(Duration.parse(words[1]));
            case "disarm" -> Faults.disarm();
            default -> throw new IllegalArgumentException("not an order: " + line);
        }
        journal.say("armed " + line.strip());
    }

    private String possible(String point) {
        if (!possible.contains(point)) {
            throw new IllegalArgumentException("there is no " + point + " in this process");
        }
        return point;
    }
}
