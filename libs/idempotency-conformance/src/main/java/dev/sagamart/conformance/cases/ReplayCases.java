package dev.sagamart.conformance.cases;

import dev.sagamart.conformance.http.Answer;
import dev.sagamart.conformance.http.Request;
import dev.sagamart.conformance.subject.Operation;
import dev.sagamart.conformance.subject.TokenKind;
import java.util.List;

/** The same request again. */
final class ReplayCases {
    static final List<Case> ALL = List.of(
            Case.of(
                    "replay",
                    "the same request again gets the first answer byte for byte, marked, without cookies: one effect",
                    ReplayCases::replay),
            Case.of(
                    "replay-of-a-refusal",
                    "a refusal by the business is an answer, too: the same bytes again",
                    ReplayCases::refusal),
            Case.of(
                    "refused-as-wrong",
                    "a write that is refused as wrong frees its key: corrected, it is done once",
                    ReplayCases::invalid),
            Case.of(
                    "expired-token",
                    "a replay needs a good token: with an expired one it is refused and tells nothing",
                    ReplayCases::expiredToken));

    private ReplayCases() {}

    private static String replay(Trial trial) {
        User user = trial.user();
        Effect effect = trial.effect(user);
        Request write = trial.write(user, Trial.key());

        Answer first = trial.judge().isFirst(trial.send(write), "first");
        trial.judge().isReplay(first, trial.send(write), "second");
        trial.judge().isReplay(first, trial.send(write), "third");

        effect.expect(1);
        return first.status() + " three times, the same bytes, one effect";
    }

    private static String refusal(Trial trial) {
        Operation refused = trial.operation("refusal");
        Request write = trial.write(refused, trial.user(refused.role()), Trial.key());

        Answer first = trial.judge().is(refused.outcome(), trial.send(write), "first");
        trial.judge().isReplay(first, trial.send(write), "second");
        return refused.outcome() + " twice, the same bytes";
    }

    private static String invalid(Trial trial) {
        Operation invalid = trial.operation("invalid");
        User user = trial.user();
        Effect effect = trial.effect(user);
        String key = Trial.key();

        Answer refused = trial.judge().is(invalid.outcome(), trial.send(trial.write(invalid, user, key)), "wrong");
        effect.expect(0);
        Answer done = trial.judge().isFirst(trial.send(trial.write(user, key)), "corrected");

        effect.expect(1);
        return refused.status() + ", corrected " + done.status() + ", one effect";
    }

    private static String expiredToken(Trial trial) {
        User user = trial.user();
        User expired = new User(user.name(), trial.token(user.name(), TokenKind.EXPIRED));
        Effect effect = trial.effect(user);
        Request write = trial.write(user, Trial.key());

        Answer first = trial.judge().isFirst(trial.send(write), "first");
        Answer refused = trial.send(Trial.as(expired, write));
        trial.judge().is(trial.profile().unauthenticated(), refused, "with an expired token");
        trial.judge().isNoReplay(refused, "with an expired token");
        trial.judge().isReplay(first, trial.send(write), "with a good token");

        effect.expect(1);
        return refused.status() + ", with a good token the first answer, one effect";
    }
}
