package dev.sagamart.local.suite;

import dev.sagamart.local.infrastructure.ChildProcess;
import dev.sagamart.local.infrastructure.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The program of a service: its jar, unpacked once per build, because a JVM starts quicker from plain jars and a new
 * build then does not pull the files from under a running service.
 */
final class Application {
    private final Service service;
    private final SuiteOptions options;

    Application(Service service, SuiteOptions options) {
        this.service = service;
        this.options = options;
    }

    /** The command that runs it; unpacks it first where that has not been done. */
    List<String> command(List<String> moreFlags) {
        Path cache = cache();
        boolean trained = moreFlags.isEmpty() && Files.exists(cache);
        return java(trained ? List.of("-XX:AOTCache=" + cache) : moreFlags);
    }

    /** Starts the application as far as its beans, writes down what that took, and ends. */
    Launch training(Map<String, String> environment, Path output) {
        List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.addAll(java(List.of("-XX:AOTCacheOutput=" + output, "-Dspring.context.exit=onRefresh")));
        return new Launch("train-" + service.label(), command, environment, options.data());
    }

    /** What an earlier start of this build has loaded and compiled, which halves the work of the next (JEP 514). */
    Path cache() {
        return unpacked().resolveSibling(service.module() + ".aot");
    }

    private List<String> java(List<String> moreFlags) {
        List<String> command = new ArrayList<>(ServiceJvm.command());
        command.addAll(moreFlags);
        command.addAll(List.of("-jar", unpacked().toString()));
        return command;
    }

    boolean isBuilt() {
        return Files.exists(built());
    }

    private synchronized Path unpacked() {
        if (!isBuilt()) {
            throw new SuiteFailed(built() + " is missing: build it with mvn package");
        }
        Path folder = options.applications().resolve(service.module() + "-" + version());
        if (!Files.isDirectory(folder)) {
            unpack(folder);
        }
        return folder.resolve(service.module() + ".jar");
    }

    private void unpack(Path folder) {
        try {
            Files.createDirectories(folder.getParent());
            Path part = Files.createTempDirectory(folder.getParent(), service.module() + "-part");
            var command = List.of(
                    ServiceJvm.java(),
                    "-Djarmode=tools",
                    "-jar",
                    built().toString(),
                    "extract",
                    "--force",
                    "--destination",
                    part.toString());
            var launch = new Launch("unpack-" + service.label(), command, options.data());
            int exit = ChildProcess.start(launch).awaitExit(Duration.ofSeconds(60));
            if (exit != 0) {
                throw new SuiteFailed(built() + " cannot be unpacked, see " + launch.log());
            }
            publish(part, folder);
            OldBuilds.remove(options.applications(), service.module());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Another suite of this checkout may have been quicker; its work is as good. */
    private static void publish(Path part, Path folder) throws IOException {
        try {
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException failure) {
            if (!Files.isDirectory(folder)) {
                throw failure;
            }
        }
    }

    private String version() {
        try {
            return Long.toString(Files.getLastModifiedTime(built()).toMillis(), 36) + "-" + Files.size(built());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path built() {
        return options.root().resolve(service.module()).resolve("target").resolve(service.module() + ".jar");
    }
}
