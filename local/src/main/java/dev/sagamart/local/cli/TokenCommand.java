package dev.sagamart.local.cli;

import dev.sagamart.local.infrastructure.SigningKeys;
import dev.sagamart.local.infrastructure.TokenMint;
import dev.sagamart.local.suite.SuiteFailed;
import dev.sagamart.local.suite.SuiteOptions;
import java.time.Clock;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a token; the suite need not run. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Prints an access token for a user, valid for eight hours.")
final class TokenCommand implements Runnable {
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    @Mixin
    private Where where = new Where();

    @Parameters(paramLabel = "USER", description = "1-64 of A-Z a-z 0-9 _ -")
    private String user = "";

    @Option(names = "--admin", description = "With the scope admin.")
    private boolean admin;

    @Override
    public void run() {
        String checked = checked(user);
        SuiteOptions options = where.options();
        var mint = new TokenMint(SigningKeys.in(options.data()), options.ports().issuerUrl(), Clock.systemUTC());
        System.out.println(mint.token(checked, admin));
    }

    static String checked(String user) {
        if (!USER.matcher(user).matches()) {
            throw new SuiteFailed("a user is 1-64 of A-Z a-z 0-9 _ -");
        }
        return user;
    }
}
