package dev.sagamart.conformance.cases;

import static dev.sagamart.conformance.subject.Fault.STORE_FLUSH;
import static dev.sagamart.conformance.subject.Fault.UPSTREAM_PAUSE;
import static dev.sagamart.conformance.subject.Fault.UPSTREAM_RESUME;

import dev.sagamart.conformance.http.Answer;
import dev.sagamart.conformance.http.Request;
import dev.sagamart.conformance.subject.Operation;
import java.util.List;

/** What became of my request? For an API that can be asked. */
final class RequestCases {
    static final List<Case> ALL = List.of(
            Case.of(
                    "request-completed",
                    "a request that was answered is said to be completed, with status and place; others are not known",
                    RequestCases::completed),
            Case.of(
                    "request-of-another-user",
                    "somebody else's request is not known, as if it did not exist",
                    RequestCases::ofAnotherUser),
            Case.of(
                            "request-processing",
                            "a request in the works is said to be processing, and completed afterwards",
                            RequestCases::processing)
                    .needing(UPSTREAM_PAUSE),
            Case.of(
                            "request-after-flush",
                            "a request is still known to be completed when the store has lost everything",
                            RequestCases::afterFlush)
                    .needing(STORE_FLUSH));

    private RequestCases() {}

    private static String completed(Trial trial) {
        Operation operation =
                trial.profile().operation("text").orElse(trial.profile().write());
        User user = trial.user(operation.role());
        String key = Trial.key();
        Request ask = ask(trial, user, key);
        trial.judge().is(trial.profile().unknownRequest(), trial.send(ask), "before");
        Answer written = trial.judge().is(operation.outcome(), trial.send(trial.write(operation, user, key)), "write");

        requireCompleted(trial, trial.send(ask), written);
        return "unknown before, completed afterwards";
    }

    private static String ofAnotherUser(Trial trial) {
        User user = trial.user();
        String key = Trial.key();
        Request strange = ask(trial, trial.user(), key);
        Answer written = trial.judge().isFirst(trial.send(trial.write(user, key)), "write");

        trial.judge().is(trial.profile().unknownRequest(), trial.send(strange), "asked by another");
        requireCompleted(trial, trial.send(ask(trial, user, key)), written);
        return trial.profile().unknownRequest() + " for another, known to its owner";
    }

    private static String processing(Trial trial) {
        User user = trial.user();
        Effect effect = trial.effect(user);
        String key = Trial.key();
        Request ask = ask(trial, user, key);
        Request write = trial.write(user, key);
        trial.cause(UPSTREAM_PAUSE);
        Later first = Later.of(() -> trial.send(write));
        String processing = trial.profile().text("requests.processing").orElse("PROCESSING");
        if (!Patience.within(
                trial.profile().lease().dividedBy(3),
                () -> state(trial, trial.send(ask)).equals(processing))) {
            throw new Failed("while the work went on: " + trial.send(ask));
        }
        trial.cause(UPSTREAM_RESUME);

        Answer written = trial.judge().is(trial.profile().write().outcome(), trial.insist(write), "write");
        first.answer();
        requireCompleted(trial, trial.insist(ask), written);
        effect.expect(1);
        return "processing, then completed, one effect";
    }

    private static String afterFlush(Trial trial) {
        User user = trial.user();
        String key = Trial.key();
        Request ask = ask(trial, user, key);
        Answer written = trial.judge().isFirst(trial.send(trial.write(user, key)), "write");
        trial.cause(STORE_FLUSH);

        requireCompleted(trial, trial.insist(ask), written);
        return "still completed";
    }

    private static Request ask(Trial trial, User user, String key) {
        return Trial.as(user, Request.of("GET", trial.setting("requests.path").replace("{key}", key)));
    }

    private static void requireCompleted(Trial trial, Answer said, Answer written) {
        String completed = trial.profile().text("requests.completed").orElse("COMPLETED");
        if (said.status() != 200 || !state(trial, said).equals(completed)) {
            throw new Failed("not said to be completed: " + said);
        }
        int status = said.json()
                .at(pointer(trial, "requests.status-pointer", "/status"))
                .asInt(0);
        String place = said.json()
                .at(pointer(trial, "requests.location-pointer", "/location"))
                .asString("");
        if (status != written.status()
                || !place.equals(written.header("Location").orElse(""))) {
            throw new Failed("said to be answered otherwise: " + said + " of " + written);
        }
    }

    private static String state(Trial trial, Answer said) {
        return said.json()
                .at(pointer(trial, "requests.state-pointer", "/state"))
                .asString("");
    }

    private static String pointer(Trial trial, String key, String otherwise) {
        return trial.profile().text(key).orElse(otherwise);
    }
}
