package dev.sagamart.local.cli;

import dev.sagamart.local.api.Api;
import dev.sagamart.local.control.RunningSuite;
import dev.sagamart.local.demo.Cast;
import dev.sagamart.local.demo.MintedCast;
import dev.sagamart.local.demo.Story;
import dev.sagamart.local.infrastructure.SigningKeys;
import dev.sagamart.local.infrastructure.TokenMint;
import dev.sagamart.local.realm.ContainerSettings;
import dev.sagamart.local.realm.RealmCast;
import dev.sagamart.local.suite.Service;
import dev.sagamart.local.suite.Suite;
import dev.sagamart.local.suite.SuiteFailed;
import dev.sagamart.local.suite.SuiteOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plays the story against the suite that runs, one of its own, or one in containers. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Plays the whole story through the gateway and checks every step; exit code 0 when all is well. "
                + "Starts the suite first when none runs, and stops it again.")
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private Where where = new Where();

    @Option(
            names = "--against",
            paramLabel = "URL",
            description = "Plays against the gateway of a suite in containers (docker-compose.yml) instead.")
    private @Nullable URI against;

    @Option(
            names = "--env-file",
            paramLabel = "FILE",
            description = "With --against: what docker compose has its passwords from (default: .env).")
    private @Nullable Path envFile;

    @Override
    public Integer call() {
        return against == null ? playHere() : playAgainst(against);
    }

    private int playAgainst(URI gateway) {
        if (gateway.getHost() == null || !List.of("http", "https").contains(gateway.getScheme())) {
            throw new SuiteFailed("--against wants the origin of a gateway, as http://localhost:8080");
        }
        if (!where.argumentList().isEmpty()) {
            throw new SuiteFailed("--against is about a suite in containers:" + where.arguments() + " is not");
        }
        Path file = envFile == null ? SuiteOptions.findRoot().resolve(".env") : envFile;
        try (var cast = new RealmCast(ContainerSettings.in(file))) {
            return play(gateway.getScheme() + "://" + gateway.getRawAuthority(), cast);
        }
    }

    private int playHere() {
        if (envFile != null) {
            throw new SuiteFailed("--env-file goes together with --against");
        }
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
        try (var cast = new MintedCast(mint)) {
            return play(options.ports().url(Service.GATEWAY), cast);
        }
    }

    private static int play(String gateway, Cast cast) {
        try (var api = new Api(gateway)) {
            return new Story(api, cast, Clock.systemUTC()).play() ? 0 : 1;
        }
    }
}
