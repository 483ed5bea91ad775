package dev.sagamart.conformance;

import dev.sagamart.conformance.subject.Profile;
import dev.sagamart.conformance.subject.Target;
import dev.sagamart.conformance.subject.TokenCommands;
import dev.sagamart.conformance.subject.TokenKind;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what is tested. */
final class Subject {
    @Option(names = "--base-url", paramLabel = "URL", description = "Where the API is.")
    private @Nullable URI baseUrl;

    @Option(
            names = "--token-command",
            paramLabel = "SHELL",
            description = "Prints a bearer token; {user} stands for the name of the user.")
    private @Nullable String tokenCommand;

    @Option(names = "--admin-token-command", paramLabel = "SHELL", description = "The same for operations of admins.")
    private @Nullable String adminTokenCommand;

    @Option(names = "--expired-token-command", paramLabel = "SHELL", description = "Prints a token that has expired.")
    private @Nullable String expiredTokenCommand;

    @Option(
            names = "--profile",
            defaultValue = "sagamart",
            paramLabel = "NAME|FILE",
            description = "What the API looks like: a file, or sagamart (the default), or sagamart-faults. "
                    + "Several may be given; a later one overrides an earlier one.")
    private List<String> profiles = new ArrayList<>();

    /** @throws IllegalArgumentException if something is missing or wrong */
    Target target() {
        if (baseUrl == null) {
            throw new IllegalArgumentException("--base-url is missing");
        }
        if (tokenCommand == null) {
            throw new IllegalArgumentException("--token-command is missing");
        }
        Profile profile = Profile.of(profiles);
        return new Target(baseUrl, tokens(tokenCommand), profile, profile.hooks());
    }

    private TokenCommands tokens(String command) {
        Map<TokenKind, String> commands = new EnumMap<>(TokenKind.class);
        commands.put(TokenKind.USER, command);
        if (adminTokenCommand != null) {
            commands.put(TokenKind.ADMIN, adminTokenCommand);
        }
        if (expiredTokenCommand != null) {
            commands.put(TokenKind.EXPIRED, expiredTokenCommand);
        }
        return new TokenCommands(commands);
    }
}
