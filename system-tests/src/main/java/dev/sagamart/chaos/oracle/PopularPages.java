package dev.sagamart.chaos.oracle;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Has the ranking computed and puts it into the books. */
record PopularPages(Scene scene, Books books) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LIMIT = Duration.ofSeconds(20);

    void write() throws IOException, SQLException, InterruptedException {
        try (var http = HttpClient.newHttpClient();
                Connection connection = books.open();
                var insert = connection.prepareStatement("insert into api.popular values (?, ?, ?)")) {
            var refresh = at("/v1/products/popular/refreshes")
                    .header("Authorization", "Bearer " + scene.adminToken())
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(BodyPublishers.noBody());
            http.send(refresh.build(), BodyHandlers.discarding());
            var popular = at("/v1/products/popular").GET();
            String body = http.send(popular.build(), BodyHandlers.ofString()).body();
            for (JsonNode item : JSON.readTree(body).path("items")) {
                insert.setLong(1, item.path("rank").asLong());
                insert.setLong(2, item.path("productId").asLong());
                insert.setLong(3, item.path("soldQuantity").asLong());
                insert.execute();
            }
        }
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(scene.gateway() + path)).timeout(LIMIT);
    }
}
