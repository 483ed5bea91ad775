package dev.sagamart.defaults.document;

import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;

/** The refusals that mean the same wherever they come from, so that the document has each of them once. */
enum CommonRefusal {
    UNAUTHENTICATED(401, "There is no valid bearer token", "WWW-Authenticate"),
    FORBIDDEN(403, "The token does not allow this", "WWW-Authenticate"),
    NOT_ACCEPTABLE(406, "Only JSON can be had", ""),
    REQUEST_TIMEOUT(408, "The body did not come in time", ""),
    PAYLOAD_TOO_LARGE(413, "The body is over 64 KiB", ""),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is not JSON", ""),
    IDEMPOTENCY_KEY_REUSED(422, "The key was used for another request", ""),
    TOO_MANY_REQUESTS(429, "Too many requests of this user or address", "Retry-After RateLimit RateLimit-Policy"),
    SERVICE_UNAVAILABLE(503, "The service cannot answer now", "Retry-After"),
    UPSTREAM_TIMEOUT(504, "No answer in time; the outcome is not known", "");

    private final int status;
    private final String description;
    private final String headers;

    /** @param headers their names, one space between them */
    CommonRefusal(int status, String description, String headers) {
        this.status = status;
        this.description = description;
        this.headers = headers;
    }

    String status() {
        return Integer.toString(status);
    }

    ApiResponse reference() {
        return new ApiResponse().$ref("#/components/responses/" + name());
    }

    ApiResponse response() {
        var response = ProblemResponses.of(description, List.of(name()));
        for (String name : headers.isEmpty() ? new String[0] : headers.split(" ", -1)) {
            response.addHeaderObject(name, AnswerHeaders.named(name));
        }
        return response;
    }
}
