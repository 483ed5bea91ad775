package dev.sagamart.defaults.problem;

import java.util.List;
import org.springframework.http.HttpStatus;

/** The problems that any service may answer. */
public final class CommonProblems {
    /** One wrong field: its path in the request, and what is wrong with it. */
    public record FieldError(String field, String message) {}

    private CommonProblems() {}

    public static Problem malformed(String detail) {
        return Problem.of(HttpStatus.BAD_REQUEST, "MALFORMED_REQUEST", detail);
    }

    public static Problem invalid(List<FieldError> errors) {
        return Problem.of(HttpStatus.BAD_REQUEST, "VALIDATION_FAILED", "The request is well-formed but not valid.")
                .with("errors", errors);
    }

    public static Problem invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    public static Problem notFound() {
        return Problem.of(HttpStatus.NOT_FOUND, "NOT_FOUND", "There is nothing at this path.");
    }

    public static Problem unauthenticated() {
        return Problem.of(HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED", "A valid bearer token is needed.");
    }

    public static Problem forbidden() {
        return Problem.of(HttpStatus.FORBIDDEN, "FORBIDDEN", "The token does not allow this.");
    }

    public static Problem unavailable() {
        return Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "SERVICE_UNAVAILABLE",
                "The service cannot answer now; try again soon.");
    }

    public static Problem inProgress() {
        return Problem.of(
                HttpStatus.CONFLICT, "REQUEST_IN_PROGRESS", "A request with this Idempotency-Key is being worked on.");
    }

    public static Problem keyReused() {
        return Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "IDEMPOTENCY_KEY_REUSED",
                "This Idempotency-Key was used for another request.");
    }
}
