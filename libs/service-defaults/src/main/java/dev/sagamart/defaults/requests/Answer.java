package dev.sagamart.defaults.requests;

import dev.sagamart.defaults.problem.Problem;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The outcome of a write: what the client is told, now and on every retry. */
public record Answer(HttpStatus status, @Nullable URI location, Object body) {
    public static Answer of(HttpStatus status, Object body) {
        return new Answer(status, null, body);
    }

    public static Answer created(URI location, Object body) {
        return new Answer(HttpStatus.CREATED, location, body);
    }

    /** A business refusal: it is the outcome, and nothing else may have changed. */
    public static Answer refused(Problem problem) {
        return new Answer(problem.status(), null, problem);
    }
}
