package dev.sagamart.loadtests.gatling;

import dev.sagamart.local.infrastructure.TokenMint;
import dev.sagamart.local.suite.SuiteFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The tokens of those who come.
 *
 * @param admin of one who may fill the shop
 * @param shoppers never empty
 */
record Crowd(String admin, List<String> shoppers) {
    private static final int SHOPPERS = 2_000;

    static Crowd of(Settings settings) {
        Path file = settings.tokens();
        return file == null
                ? minted(LocalSuite.behind(settings.gateway(), settings.data()).mint())
                : in(file);
    }

    private static Crowd minted(TokenMint mint) {
        List<String> shoppers = IntStream.range(0, SHOPPERS)
                .parallel()
                .mapToObj(number -> mint.token("load-" + number, false))
                .toList();
        return new Crowd(mint.token("load-admin", true), shoppers);
    }

    private static Crowd in(Path file) {
        try (var lines = Files.lines(file)) {
            List<String> tokens =
                    lines.map(String::strip).filter(line -> !line.isEmpty()).toList();
            if (tokens.size() < 2) {
                throw new SuiteFailed(file + " wants a token on each line: first an admin's, then those of shoppers");
            }
            return new Crowd(tokens.getFirst(), tokens.subList(1, tokens.size()));
        } catch (IOException | UncheckedIOException unreadable) {
            throw new SuiteFailed("The file of tokens cannot be read: " + unreadable.getMessage());
        }
    }
}
