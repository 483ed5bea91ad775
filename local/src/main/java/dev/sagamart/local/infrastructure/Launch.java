package dev.sagamart.local.infrastructure;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to start and where it leaves its traces.
 *
 * @param name the name people use for the process
 * @param command program and arguments
 * @param environment what is added to the environment
 * @param home folder of logs and pid records, created when missing
 */
public record Launch(String name, List<String> command, Map<String, String> environment, Path home) {

    public Launch(String name, List<String> command, Path home) {
        this(name, command, Map.of(), home);
    }

    public Path log() {
        return home.resolve("logs").resolve(name + ".log");
    }

    public ProcessRecord record() {
        return new ProcessRecord(home.resolve("pids").resolve(name));
    }
}
