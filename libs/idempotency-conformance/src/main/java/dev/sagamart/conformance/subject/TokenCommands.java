package dev.sagamart.conformance.subject;

import java.util.Map;
import java.util.Optional;

/** Shell commands that print a token; {@code {user}} stands for the user. */
public record TokenCommands(Map<TokenKind, String> commands) implements Tokens {

    @Override
    public Optional<String> token(String user, TokenKind kind) {
        return Optional.ofNullable(commands.get(kind)).map(line -> ShellCommand.run(line.replace("{user}", user)));
    }
}
