package dev.sagamart.faultagent;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A program in a JVM of its own with the agent as it is built, to be talked to line by line. */
final class ChildJvm implements AutoCloseable {
    static final Path AGENT = Path.of("target", "fault-agent.jar");

    private final Process process;
    private final BufferedReader output;

    private ChildJvm(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    static ChildJvm start(List<String> flags, String classPath, Class<?> program) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath, program.getName()));
        return new ChildJvm(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** That of these tests, but for the agent itself. */
    static String classPath() {
        Path classes = Path.of("target", "classes").toAbsolutePath();
        return Arrays.stream(System.getProperty("java.class.path").split(System.getProperty("path.separator"), -1))
                .filter(entry -> !Path.of(entry).equals(classes) && !entry.endsWith("fault-agent.jar"))
                .filter(entry -> !entry.contains("byte-buddy"))
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }

    String hear() throws IOException {
        return output.readLine();
    }

    String say(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        return hear();
    }

    String hearAll() {
        return output.lines().collect(Collectors.joining("\n"));
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("still running");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
