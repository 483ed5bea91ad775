package dev.sagamart.chaos.mutants;

import dev.sagamart.chaos.cluster.Cluster;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Is a body too large even if nobody has said so before? */
final class HowLarge implements Question {
    private static final int BYTES = 1_000_000;
    private static final int TOO_LARGE = 413;

    @Override
    public List<String> wrong(Cluster cluster) throws Exception {
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<String> answer = http.send(charge(cluster), BodyHandlers.ofString());
            return answer.statusCode() == TOO_LARGE
                    ? List.of()
                    : List.of("a body of %,d bytes without a length is answered %d"
                            .formatted(BYTES, answer.statusCode()));
        }
    }

    /** As a stream, so that it is sent in chunks. */
    private static HttpRequest charge(Cluster cluster) {
        String body = "{\"amount\":1" + " ".repeat(BYTES) + "}";
        return HttpRequest.newBuilder(URI.create(cluster.gateways().getFirst() + "/v1/points/charges"))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + cluster.mint().token("how-large", false))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .build();
    }
}
