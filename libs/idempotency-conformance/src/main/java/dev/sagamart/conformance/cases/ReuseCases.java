package dev.sagamart.conformance.cases;

import dev.sagamart.conformance.http.Answer;
import dev.sagamart.conformance.http.Request;
import dev.sagamart.conformance.subject.Operation;
import java.util.List;
import java.util.function.UnaryOperator;

/** The same key for something else. */
final class ReuseCases {
    static final List<Case> ALL = List.of(
            Case.of("other-body", "the same key with another body is refused: one effect", ReuseCases::body),
            Case.of("other-white-space", "other white space is another body: refused, one effect", ReuseCases::space),
            Case.of("other-query", "the same key with another query is refused: one effect", ReuseCases::query),
            Case.of("other-user", "the same key of another user is another key: one effect each", ReuseCases::user),
            Case.of(
                    "other-endpoint",
                    "the same key at another endpoint is another key: each has its own answer, one effect",
                    ReuseCases::endpoint));

    private ReuseCases() {}

    private static String body(Trial trial) {
        String other = trial.setting("write.other-body");
        return refused(trial, write -> write.body(other));
    }

    private static String space(Trial trial) {
        String other = trial.setting("write.other-white-space");
        return refused(trial, write -> write.body(other));
    }

    private static String query(Trial trial) {
        String other = trial.setting("write.other-query");
        return refused(trial, write -> write.path(write.path() + "?" + other));
    }

    private static String refused(Trial trial, UnaryOperator<Request> change) {
        User user = trial.user();
        Effect effect = trial.effect(user);
        Request write = trial.write(user, Trial.key());

        Answer first = trial.judge().isFirst(trial.send(write), "first");
        Answer other = trial.send(change.apply(write));
        trial.judge().is(trial.profile().reused(), other, "changed");
        trial.judge().isReplay(first, trial.send(write), "unchanged again");

        effect.expect(1);
        return other.status() + ", unchanged the first answer, one effect";
    }

    private static String user(Trial trial) {
        User one = trial.user();
        User two = trial.user();
        Effect effectOnOne = trial.effect(one);
        Effect effectOnTwo = trial.effect(two);
        String key = Trial.key();

        Answer toOne = trial.judge().isFirst(trial.send(trial.write(one, key)), "one user");
        Answer toTwo = trial.judge().isFirst(trial.send(trial.write(two, key)), "another user");
        trial.judge().isReplay(toOne, trial.send(trial.write(one, key)), "one user again");
        trial.judge().isReplay(toTwo, trial.send(trial.write(two, key)), "another user again");

        effectOnOne.expect(1);
        effectOnTwo.expect(1);
        return toTwo.status() + " for both, one effect each";
    }

    private static String endpoint(Trial trial) {
        Operation other = trial.operation("other-endpoint");
        User user = trial.user(other.role());
        Effect effect = trial.effect(user);
        String key = Trial.key();
        Request elsewhere = trial.write(other, user, key);

        Answer here = trial.judge().isFirst(trial.send(trial.write(user, key)), "here");
        Answer there = trial.judge().is(other.outcome(), trial.send(elsewhere), "there");
        trial.judge().isNoReplay(there, "there");
        trial.judge().isReplay(here, trial.send(trial.write(user, key)), "here again");
        trial.judge().isReplay(there, trial.send(elsewhere), "there again");

        effect.expect(1);
        return here.status() + " here, " + there.status() + " there, one effect";
    }
}
