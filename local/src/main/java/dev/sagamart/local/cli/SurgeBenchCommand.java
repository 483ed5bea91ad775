package dev.sagamart.local.cli;

import dev.sagamart.local.suite.Service;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

@Command(name = "surge", description = "Twice as many orders as the suite can bear; its own --help lists the options.")
final class SurgeBenchCommand extends LoadTest {
    SurgeBenchCommand() {
        super("surge", Stream.of(Service.values()).map(Service::module).collect(Collectors.joining(",")));
    }
}
