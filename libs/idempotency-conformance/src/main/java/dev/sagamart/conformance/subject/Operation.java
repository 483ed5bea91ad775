package dev.sagamart.conformance.subject;

import dev.sagamart.conformance.http.Request;

/**
 * Something that the API does, and how it answers.
 *
 * @param role who may do it
 */
public record Operation(String method, String path, String contentType, String body, Outcome outcome, TokenKind role) {

    public Request request() {
        Request request = Request.of(method, path);
        return body.isEmpty()
                ? request
                : request.header("Content-Type", contentType).body(body);
    }
}
