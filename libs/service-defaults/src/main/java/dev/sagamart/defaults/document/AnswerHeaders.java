package dev.sagamart.defaults.document;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;

/** The headers of answers, described once. */
final class AnswerHeaders {
    private AnswerHeaders() {}

    static Header named(String name) {
        return switch (name) {
            case "Location" -> header("Where the new thing is", Schemas.text("uri-reference"));
            case "Retry-After" -> header("After how many seconds to try again", Schemas.integer("int32", 1));
            case "RateLimit" -> header("What is left of the limit", Schemas.text());
            case "RateLimit-Policy" -> header("The limit", Schemas.text());
            case "WWW-Authenticate" -> header("The challenge of RFC 6750", Schemas.text());
            case "Idempotent-Replayed" ->
                header("This is the first answer to the key, once more", Schemas.oneOf("true"));
            case "Idempotency-Degraded" ->
                header("No replay cache was used; the service keeps the key itself", Schemas.oneOf("true"));
            default -> throw new IllegalArgumentException("what does the header " + name + " mean?");
        };
    }

    private static Header header(String description, Schema<?> schema) {
        return new Header().description(description).schema(schema);
    }
}
