package dev.sagamart.conformance.cases;

import dev.sagamart.conformance.http.Answer;
import dev.sagamart.conformance.http.Request;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Bodies that are long, or too long. */
final class BodyCases {
    private static final int ATTEMPTS = 5;

    static final List<Case> ALL = List.of(
            Case.of("large-body", "a body of the largest size is taken: one effect, one answer", BodyCases::large),
            Case.of(
                    "oversize-body",
                    "a larger one is refused, announced or not: no effect, and the key is free",
                    BodyCases::oversize));

    private BodyCases() {}

    private static String large(Trial trial) {
        User user = trial.user();
        Effect effect = trial.effect(user);
        Request write = padded(trial, user, limit(trial));

        Answer first = trial.judge().isFirst(trial.send(write), "first");
        trial.judge().isReplay(first, trial.send(write), "second");

        effect.expect(1);
        return write.body().length + " bytes taken, one effect";
    }

    private static String oversize(Trial trial) {
        User user = trial.user();
        Effect effect = trial.effect(user);
        String key = Trial.key();
        Request write =
                padded(trial, user, limit(trial) + 1).header(trial.profile().keyHeader(), key);

        trial.judge().is(trial.profile().tooLarge(), heard(() -> trial.send(write)), "announced");
        trial.judge().is(trial.profile().tooLarge(), heard(() -> trial.sendChunked(write)), "not announced");
        effect.expect(0);
        trial.judge().isFirst(trial.send(trial.write(user, key)), "smaller");

        effect.expect(1);
        return trial.profile().tooLarge().status() + " twice, then done once";
    }

    /** A server may close the connection before all has been sent, so that its refusal is not always heard. */
    private static Answer heard(Supplier<Answer> sending) {
        Answer answer = sending.get();
        for (int attempt = 1; attempt < ATTEMPTS && answer.status() == 0; attempt++) {
            answer = sending.get();
        }
        return answer;
    }

    private static int limit(Trial trial) {
        return Optional.of(trial.profile().number("limit.body-bytes", 0))
                .filter(limit -> limit > 0)
                .orElseThrow(() -> new Skipped("the profile has no limit.body-bytes"));
    }

    /** White space after the body does not change what it says. */
    private static Request padded(Trial trial, User user, int length) {
        Request write = trial.write(user, Trial.key());
        byte[] body = Arrays.copyOf(write.body(), length);
        Arrays.fill(body, write.body().length, length, (byte) ' ');
        return write.body(body);
    }
}
