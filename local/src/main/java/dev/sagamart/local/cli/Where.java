package dev.sagamart.local.cli;

import dev.sagamart.local.control.ControlClient;
import dev.sagamart.local.control.RunningSuite;
import dev.sagamart.local.suite.PortPlan;
import dev.sagamart.local.suite.SuiteFailed;
import dev.sagamart.local.suite.SuiteOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which suite a command is about. */
final class Where {
    @Option(
            names = "--port-offset",
            paramLabel = "N",
            description = "Added to every port (0..50000); each offset is a suite with data of its own.")
    private int offset;

    @Option(names = "--data", paramLabel = "DIR", description = "Folder of the data (default: .sagamart/offset-N).")
    private @Nullable Path data;

    SuiteOptions options() {
        SuiteOptions usual = SuiteOptions.of(SuiteOptions.findRoot(), checkedOffset());
        return data == null ? usual : new SuiteOptions(usual.root(), data.toAbsolutePath(), usual.ports());
    }

    /** The suite that is up, or a message that none is. */
    ControlClient running() {
        Path folder = options().data();
        return RunningSuite.in(folder)
                .map(suite -> new ControlClient(suite, folder))
                .orElseThrow(() -> new SuiteFailed("No suite runs here. Start it with: ./run" + arguments()));
    }

    /** These options as they were typed, for messages. */
    String arguments() {
        return argumentList().stream().map(argument -> " " + argument).collect(Collectors.joining());
    }

    List<String> argumentList() {
        List<String> arguments = new ArrayList<>();
        if (offset != 0) {
            arguments.addAll(List.of("--port-offset", Integer.toString(offset)));
        }
        if (data != null) {
            arguments.addAll(List.of("--data", data.toString()));
        }
        return arguments;
    }

    private int checkedOffset() {
        try {
            return new PortPlan(offset).offset();
        } catch (IllegalArgumentException outOfRange) {
            throw new SuiteFailed(String.valueOf(outOfRange.getMessage()));
        }
    }
}
