package dev.sagamart.conformance.cases;

import dev.sagamart.conformance.http.Answer;
import dev.sagamart.conformance.http.Request;
import java.util.concurrent.CompletableFuture;

/** A request whose answer is still to come. */
final class Later {
    private final CompletableFuture<Answer> answer;

    private Later(CompletableFuture<Answer> answer) {
        this.answer = answer;
    }

    static Later send(Trial trial, Request request) {
        return new Later(CompletableFuture.supplyAsync(
                () -> trial.send(request), task -> Thread.ofVirtual().start(task)));
    }

    Answer answer() {
        return answer.join();
    }
}
