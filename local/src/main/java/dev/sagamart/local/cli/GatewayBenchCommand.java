package dev.sagamart.local.cli;

import dev.sagamart.local.suite.ServiceJvm;
import dev.sagamart.local.suite.SuiteFailed;
import dev.sagamart.local.suite.SuiteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Hands over to the load tests, a program of their own that this module does not know; no suite need run. */
@Command(name = "gateway", description = "The gateway against a bare one; its own --help lists the options.")
final class GatewayBenchCommand implements Callable<Integer> {
    private static final Path PROGRAM = Path.of("load-tests/target/load-tests.jar");

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path root = SuiteOptions.findRoot();
        if (!Files.exists(root.resolve(PROGRAM))) {
            throw new SuiteFailed(PROGRAM + " is missing: mvn -DskipTests -pl gateway,load-tests -am package");
        }
        List<String> command = new ArrayList<>(ServiceJvm.command());
        command.addAll(
                List.of("-Dsagamart.root=" + root, "-jar", root.resolve(PROGRAM).toString(), "gateway"));
        command.addAll(arguments);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
