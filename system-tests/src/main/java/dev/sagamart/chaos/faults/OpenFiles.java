package dev.sagamart.chaos.faults;

import dev.sagamart.chaos.cluster.Cluster;
import dev.sagamart.local.suite.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** A service may open no more files and connections than it has open. */
final class OpenFiles {
    private static final List<Service> SERVICES = List.of(Service.ORDER, Service.POINT, Service.PRODUCT);
    private static final int CALLS = 20;

    private OpenFiles() {}

    static Aim aim(Cluster cluster, RandomGenerator random) {
        String victim = Chance.oneOf(cluster.instances(Chance.oneOf(SERVICES, random)), random);
        return new Aim("no further files for " + victim + " for 10 s", Set.of(victim), () -> {
            long pid = cluster.pid(victim);
            LogMark log = LogMark.endOf(cluster.logs().resolve(victim + ".log"));
            limit(pid, Long.toString(open(pid)));
            call(URI.create(cluster.url(victim)).getPort());
            return Blow.feltByOthers(
                    Duration.ofSeconds(10),
                    () -> limit(pid, "4096"),
                    () -> new Proof("times that too many files were open", log.count("Too many open files")));
        });
    }

    private static long open(long pid) {
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return files.count();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Each takes a file on the other side, if there is one. */
    private static void call(int port) {
        for (int call = 0; call < CALLS; call++) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoTimeout(50);
                socket.getInputStream().read();
            } catch (IOException refused) {
                // as it should be
            }
        }
    }

    private static void limit(long pid, String soft) {
        try {
            var command = List.of("prlimit", "--pid", Long.toString(pid), "--nofile=" + soft + ":");
            new ProcessBuilder(command).start().waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
