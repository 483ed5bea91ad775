package dev.sagamart.loadtests.compare;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sagamart.loadtests.CannotMeasure;
import dev.sagamart.local.suite.ChildProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The load generator of this name, which people install themselves. */
final class Wrk {
    /** What may still have been on its way when wrk ended, per connection. */
    private static final int UNFINISHED = 2;

    private static final String PATIENCE = "30s";

    private final Path script;
    private final Path log;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private long sent;

    private Wrk(Path script, Path log) {
        this.script = script;
        this.log = log;
    }

    /** @throws CannotMeasure if it is not installed */
    static Wrk in(Path folder) throws IOException, InterruptedException {
        try {
            new ProcessBuilder("wrk", "-v").redirectErrorStream(true).start().waitFor();
        } catch (IOException missing) {
            throw new CannotMeasure("wrk is needed and cannot be found: apt install wrk, or brew install wrk", missing);
        }
        Path script = folder.resolve("traffic.lua");
        try (InputStream source = Wrk.class.getResourceAsStream("traffic.lua")) {
            Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
        }
        return new Wrk(script, folder.resolve("wrk.log"));
    }

    WrkResult send(Traffic traffic, String url, int connections, Duration length)
            throws IOException, InterruptedException {
        var command = List.of(
                "wrk",
                "-t1",
                "-c" + connections,
                "-d" + length.toSeconds() + "s",
                "--timeout",
                PATIENCE,
                "-s",
                script.toString(),
                url);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("TRAFFIC_TOKENS", traffic.tokens().toString());
        builder.environment().put("TRAFFIC_WISHES", traffic.wishes().toString());
        builder.environment().put("TRAFFIC_ONCE_EACH", Boolean.toString(traffic.onceEach()));
        builder.environment().put("TRAFFIC_RUN", run);
        builder.environment().put("TRAFFIC_FIRST", Long.toString(sent));
        Process process = ChildProcess.start(builder);
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        String entry = String.join(" ", command) + "\n" + output;
        Files.writeString(log, entry, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        WrkResult result = WrkResult.of(output);
        sent += result.requests() + (long) UNFINISHED * connections;
        return result;
    }
}
