package dev.sagamart.chaos.workload;

import dev.sagamart.chaos.history.Attempt;
import dev.sagamart.chaos.history.Operation;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Reads from answers what the history keeps of them. */
final class Answers {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int SHA_BYTES = 8;

    private Answers() {}

    static Attempt read(Operation operation, int number, int gateway, long begin, HttpResponse<byte[]> response) {
        JsonNode body = json(response.body());
        return new Attempt(
                operation.id(),
                number,
                gateway,
                begin,
                System.currentTimeMillis(),
                response.statusCode(),
                first(body, "code", "status"),
                response.headers().firstValue("Idempotent-Replayed").isPresent(),
                response.headers().firstValue("Idempotency-Degraded").isPresent(),
                response.headers().firstValue("Retry-After").orElse(""),
                sha(response.body()),
                first(body, "chargeId", "orderId", "couponId"),
                Stream.of("balance", "total")
                        .filter(body::has)
                        .mapToLong(name -> body.path(name).asLong(-1))
                        .findFirst()
                        .orElse(-1),
                "");
    }

    private static String first(JsonNode body, String... names) {
        return Stream.of(names)
                .map(name -> body.path(name))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .findFirst()
                .orElse("");
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException none) {
            return MissingNode.getInstance();
        }
    }

    private static String sha(byte[] body) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(sha, 0, SHA_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
