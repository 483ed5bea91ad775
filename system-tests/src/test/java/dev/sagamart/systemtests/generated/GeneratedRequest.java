package dev.sagamart.systemtests.generated;

import dev.sagamart.systemtests.documents.Operation;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A request as it will be sent.
 *
 * @param operation what it was made from; method and path may have become others
 * @param headers names and values in turn
 */
record GeneratedRequest(
        int number, Operation operation, String method, String path, List<String> headers, byte[] body, String user) {
    @Override
    public String toString() {
        return "request %d by %s: %s %s %s with %d bytes: %.300s"
                .formatted(number, user, method, path, headers, body.length, new String(body, StandardCharsets.UTF_8));
    }
}
