package dev.sagamart.local.cli;

import dev.sagamart.local.api.Answer;
import dev.sagamart.local.api.Api;
import dev.sagamart.local.infrastructure.SigningKeys;
import dev.sagamart.local.infrastructure.TokenMint;
import dev.sagamart.local.suite.Service;
import dev.sagamart.local.suite.SuiteFailed;
import dev.sagamart.local.suite.SuiteOptions;
import java.time.Clock;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where an operator works from: the API of the running suite, with an admin's token. */
final class Desk {
    @Mixin
    private Where where = new Where();

    @Option(
            names = "--as",
            paramLabel = "USER",
            defaultValue = "operator",
            description = "Who you are in the book of the operators (default: ${DEFAULT-VALUE}).")
    private String user = "operator";

    /** @throws SuiteFailed with what the API says, unless it is a good answer */
    Answer ask(Function<Api.User, Answer> call) {
        where.running();
        SuiteOptions options = where.options();
        String token = new TokenMint(
                        SigningKeys.in(options.data()), options.ports().issuerUrl(), Clock.systemUTC())
                .token(TokenCommand.checked(user), true);
        try (var api = new Api(options.ports().url(Service.GATEWAY))) {
            Answer answer = call.apply(api.as(token));
            if (answer.status() >= 300) {
                throw new SuiteFailed(answer.outcome() + ": " + answer.text("detail") + fields(answer));
            }
            return answer;
        }
    }

    private static String fields(Answer answer) {
        var fields = new StringBuilder();
        answer.json()
                .path("errors")
                .forEach(error -> fields.append(' ')
                        .append(error.path("field").asString(""))
                        .append(' ')
                        .append(error.path("message").asString("")));
        answer.json()
                .path("refusals")
                .forEach(refusal -> fields.append(System.lineSeparator()).append(DeadLetterSheet.refusal(refusal)));
        return fields.toString();
    }
}
