package dev.sagamart.systemtests.generated;

import dev.sagamart.systemtests.http.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is wrong with an answer, whatever the request was. */
final class Verdict {
    /** What the gateway may say to any request, as it need not be one that is documented. */
    private static final Set<String> ANYWHERE = Set.of(
            "400 MALFORMED_REQUEST",
            "401 UNAUTHENTICATED",
            "403 FORBIDDEN",
            "404 NOT_FOUND",
            "405 METHOD_NOT_ALLOWED",
            "406 NOT_ACCEPTABLE",
            "413 PAYLOAD_TOO_LARGE",
            "415 UNSUPPORTED_MEDIA_TYPE");

    private static final List<String> INSIDE = List.of(
            "Exception", "dev.sagamart", "java.", "org.spring", "tools.jackson", "select ", "insert ", "127.0.0.1");

    private Verdict() {}

    static List<String> on(GeneratedRequest request, Reply reply) {
        return Stream.of(
                        complaint(reply.status() >= 500, "a failure of ours"),
                        complaint(reply.status() == 429, "turned away"),
                        complaint(!isDocumented(request, reply), "not a documented answer"),
                        complaint(!isProblem(request, reply), "not a problem document"),
                        complaint(tellsOfTheInside(reply), "tells about the inside"))
                .filter(complaint -> !complaint.isEmpty())
                .map(complaint -> complaint + ": " + reply.outcome() + " for " + request + "\n  " + reply)
                .toList();
    }

    private static String complaint(boolean is, String text) {
        return is ? text : "";
    }

    private static boolean isDocumented(GeneratedRequest request, Reply reply) {
        boolean changed = !request.method().equals(request.operation().method())
                || !request.path().startsWith(request.operation().path().replaceAll("\\{.*", ""));
        if (ANYWHERE.contains(reply.outcome()) || request.method().equals("HEAD")) {
            return true;
        }
        return changed || request.operation().documents(reply.outcome()) || isOfAnotherOperation(request);
    }

    /** A strange id may have made a path that something else is at, such as {@code /v1/products/popular}. */
    private static boolean isOfAnotherOperation(GeneratedRequest request) {
        return request.path().matches("/v1/products/(popular|restocks).*");
    }

    private static boolean isProblem(GeneratedRequest request, Reply reply) {
        return reply.status() < 400
                || request.method().equals("HEAD")
                || (reply.header("Content-Type").startsWith("application/problem+json")
                        && reply.text("code").matches("[A-Z_]+")
                        && reply.text("traceId").matches("[0-9a-f]{32}")
                        && reply.number("status") == reply.status());
    }

    private static boolean tellsOfTheInside(Reply reply) {
        String text = new String(reply.body(), StandardCharsets.UTF_8);
        return reply.status() >= 400 && INSIDE.stream().anyMatch(text::contains);
    }
}
