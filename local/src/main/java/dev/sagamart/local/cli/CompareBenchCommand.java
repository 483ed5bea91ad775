package dev.sagamart.local.cli;

import dev.sagamart.local.suite.Service;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

@Command(
        name = "compare",
        description = "The whole suite under load, and a peer beside it; its own --help lists the options.")
final class CompareBenchCommand extends LoadTest {
    CompareBenchCommand() {
        super("compare", Stream.of(Service.values()).map(Service::module).collect(Collectors.joining(",")));
    }
}
