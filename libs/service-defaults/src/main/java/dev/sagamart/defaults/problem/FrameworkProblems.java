package dev.sagamart.defaults.problem;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** The contract's problem for a status that the web framework chose. */
final class FrameworkProblems {
    private FrameworkProblems() {}

    static Problem of(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> CommonProblems.notFound();
            case 405 ->
                Problem.of(HttpStatus.METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED", "This path has no such method.");
            case 406 -> Problem.of(HttpStatus.NOT_ACCEPTABLE, "NOT_ACCEPTABLE", "Only JSON can be had here.");
            case 413 -> Problem.of(HttpStatus.CONTENT_TOO_LARGE, "PAYLOAD_TOO_LARGE", "The body is too large.");
            case 415 ->
                Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "UNSUPPORTED_MEDIA_TYPE", "The body must be JSON.");
            case 503 -> CommonProblems.unavailable();
            default ->
                status.is4xxClientError()
                        ? CommonProblems.malformed("The request cannot be understood.")
                        : Problem.of(
                                HttpStatus.INTERNAL_SERVER_ERROR,
                                "INTERNAL_ERROR",
                                "Something went wrong on our side.");
        };
    }
}
