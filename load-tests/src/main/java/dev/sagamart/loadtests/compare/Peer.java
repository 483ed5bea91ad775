package dev.sagamart.loadtests.compare;

import dev.sagamart.loadtests.CannotMeasure;
import dev.sagamart.local.suite.ChildProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Something else that does the same, with a load script of its own: {@code load/run-matrix NAME SCENARIO...} starts it
 * from nothing, takes {@code ROUNDS}, {@code SECS}, {@code SECS_OTHER}, {@code CONNECTIONS}, {@code FIRST_WARMUP}
 * and {@code WARMUP}, prints a line per measurement ({@link PeerTurn}), and at the end whether its books add up.
 */
record Peer(Path folder, String name) {

    /** What it measured, and what it says of its books. */
    record Result(List<PeerTurn> turns, String books) {}

    static Path program(Path folder) {
        return folder.resolve("load/run-matrix");
    }

    Result measure(Effort effort, List<Scenario> scenarios, Path log) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(program(folder).toString());
        command.add(name);
        scenarios.stream()
                .map(Scenario::peerName)
                .filter(known -> known != null)
                .forEach(command::add);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = new HashMap<>();
        environment.put("ROUNDS", Integer.toString(effort.rounds()));
        environment.put("SECS", Long.toString(effort.length().toSeconds()));
        environment.put("SECS_OTHER", Long.toString(effort.length().toSeconds()));
        environment.put("FIRST_WARMUP", Long.toString(effort.warmUp().toSeconds()));
        environment.put("WARMUP", Long.toString(effort.furtherWarmUp().toSeconds()));
        environment.put(
                "CONNECTIONS",
                effort.connections().stream().map(Object::toString).collect(Collectors.joining(" ")));
        builder.environment().putAll(environment);
        return read(ChildProcess.start(builder), log);
    }

    private static Result read(Process process, Path log) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                System.err.println("  " + line);
                lines.add(line);
            }
        }
        Files.write(log, lines);
        if (process.waitFor() != 0 || lines.isEmpty()) {
            throw new CannotMeasure("The peer failed, see " + log + "; what ours did is in table.md beside it");
        }
        return new Result(
                lines.stream().flatMap(line -> PeerTurn.of(line).stream()).toList(), lines.getLast());
    }
}
