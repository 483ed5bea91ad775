package dev.sagamart.local.cli;

import dev.sagamart.local.suite.ChildProcess;
import dev.sagamart.local.suite.ServiceJvm;
import dev.sagamart.local.suite.SuiteFailed;
import dev.sagamart.local.suite.SuiteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Unmatched;

/** Hands over to the load tests, a program of their own that this module does not know; no suite need run. */
abstract class LoadTest implements Callable<Integer> {
    private static final Path PROGRAM = Path.of("load-tests/target/load-tests.jar");

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    private final String name;
    private final String measured;

    /** @param measured the module that must have been built, too */
    LoadTest(String name, String measured) {
        this.name = name;
        this.measured = measured;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path root = SuiteOptions.findRoot();
        if (!Files.exists(root.resolve(PROGRAM))) {
            throw new SuiteFailed(PROGRAM + " is missing: mvn -DskipTests -pl " + measured + ",load-tests -am package");
        }
        List<String> command = new ArrayList<>(ServiceJvm.command());
        command.addAll(
                List.of("-Dsagamart.root=" + root, "-jar", root.resolve(PROGRAM).toString(), name));
        command.addAll(arguments);
        return ChildProcess.start(new ProcessBuilder(command).inheritIO()).waitFor();
    }
}
