package dev.sagamart.local.cli;

import dev.sagamart.local.suite.ComponentStatus;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what runs. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows process, port, pid, health and memory; exit code 0 when everything is ready.")
final class StatusCommand implements Callable<Integer> {
    private static final double MEBIBYTE = 1 << 20;

    @Mixin
    private Where where = new Where();

    @Override
    public Integer call() {
        List<ComponentStatus> all = where.running().status();
        System.out.printf("%-14s %6s %8s  %-10s %8s%n", "process", "port", "pid", "health", "memory");
        all.forEach(StatusCommand::print);
        double total = all.stream().mapToLong(ComponentStatus::memoryBytes).sum() / MEBIBYTE;
        System.out.println(String.format(Locale.ROOT, "%-14s %6s %8s  %-10s %5.0f MB", "together", "", "", "", total));
        return all.stream().allMatch(one -> one.health().equals("ready")) ? 0 : 1;
    }

    private static void print(ComponentStatus one) {
        Object pid = one.pid() == null ? "-" : one.pid();
        double memory = one.memoryBytes() / MEBIBYTE;
        System.out.println(String.format(
                Locale.ROOT, "%-14s %6d %8s  %-10s %5.0f MB", one.name(), one.port(), pid, one.health(), memory));
    }
}
