package dev.sagamart.local.cli;

import dev.sagamart.local.suite.Service;
import dev.sagamart.local.suite.Suite;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the suite, here or in the background. */
abstract class Starting implements Callable<Integer> {
    @Mixin
    private Where where = new Where();

    @Option(names = "--fresh", description = "Delete the data of the last run first.")
    private boolean fresh;

    @Option(names = "--detach", description = "Return when everything is ready; stop it with ./run stop.")
    private boolean detach;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAME",
            description = "Start only these services, beside PostgreSQL, Redis and Kafka.")
    private List<String> only = List.of();

    @Override
    public Integer call() {
        Suite.StartMode mode = fresh ? Suite.StartMode.FRESH : Suite.StartMode.KEEP_DATA;
        AlreadyRunning.refuse(where);
        return detach
                ? new DetachedRun(where).start(fresh, only)
                : new ForegroundRun(where).run(mode, Service.named(only));
    }
}
