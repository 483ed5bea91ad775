package dev.sagamart.local.cli;

import dev.sagamart.local.api.Api;
import dev.sagamart.local.control.RunningSuite;
import dev.sagamart.local.demo.Story;
import dev.sagamart.local.infrastructure.SigningKeys;
import dev.sagamart.local.infrastructure.TokenMint;
import dev.sagamart.local.suite.Service;
import dev.sagamart.local.suite.Suite;
import dev.sagamart.local.suite.SuiteOptions;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Plays the story against the suite that runs, or against one of its own. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Plays the whole story through the gateway and checks every step; exit code 0 when all is well. "
                + "Starts the suite first when none runs, and stops it again.")
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private Where where = new Where();

    @Override
    public Integer call() {
        SuiteOptions options = where.options();
        if (RunningSuite.in(options.data()).isPresent()) {
            return play(options);
        }
        AlreadyRunning.refuse(where);
        var lifetime = new Lifetime();
        var terminal = new Terminal();
        terminal.print("Starting Sagamart for the demo");
        try (var suite = Suite.start(options, Suite.StartMode.KEEP_DATA, terminal)) {
            try {
                return play(suite.options());
            } finally {
                lifetime.endWasAskedFor();
            }
        } finally {
            lifetime.finished();
        }
    }

    private static int play(SuiteOptions options) {
        var mint = new TokenMint(SigningKeys.in(options.data()), options.ports().issuerUrl(), Clock.systemUTC());
        try (var api = new Api(options.ports().url(Service.GATEWAY))) {
            return new Story(api, mint, Clock.systemUTC()).play() ? 0 : 1;
        }
    }
}
