package dev.sagamart.local.cli;

import dev.sagamart.local.control.RunningSuite;
import dev.sagamart.local.suite.DataLock;
import dev.sagamart.local.suite.Service;
import dev.sagamart.local.suite.SuiteFailed;
import dev.sagamart.local.suite.SuiteOptions;

/** The answer to a second start. */
final class AlreadyRunning {
    private AlreadyRunning() {}

    static void refuse(Where where) {
        SuiteOptions options = where.options();
        DataLock.owner(options.data()).ifPresent(owner -> {
            String state = RunningSuite.in(options.data()).isPresent() ? "runs" : "is starting or stopping";
            throw new SuiteFailed("Sagamart " + state + " already (pid " + owner.pid() + ", gateway "
                    + options.ports().url(Service.GATEWAY) + ").\n"
                    + "Look at it with: ./run status" + where.arguments() + "\n"
                    + "Stop it with:    ./run stop" + where.arguments() + "\n"
                    + "Or start a second one beside it with: ./run --port-offset N");
        });
    }
}
