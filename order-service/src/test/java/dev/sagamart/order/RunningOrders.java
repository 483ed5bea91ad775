package dev.sagamart.order;

import dev.sagamart.messaging.MessageCodec;
import dev.sagamart.messaging.Publisher;
import dev.sagamart.testsupport.infrastructure.Infrastructure;
import dev.sagamart.testsupport.infrastructure.ServiceTest;
import dev.sagamart.testsupport.infrastructure.Tokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An impatient order service among played participants, and what it takes to talk to it. */
@ServiceTest(
        database = "orders",
        properties = {
            "sagamart.checkout.step-deadline=500ms",
            "sagamart.checkout.order-deadline=4s",
            "sagamart.checkout.longest-pause=1s",
            "sagamart.checkout.stuck-after=2",
            "sagamart.checkout.sweep-interval=100ms",
            "sagamart.ordering.verdict-wait=1500ms"
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RunningOrders {
    static final AtomicLong PRODUCTS = new AtomicLong(1);

    @LocalServerPort
    private int port;

    @Autowired
    private MessageCodec codec;

    @Autowired
    Publisher publisher;

    final HttpClient http = HttpClient.newHttpClient();
    final JsonMapper json = new JsonMapper();
    PlayedParticipants participants;

    @BeforeAll
    void play() {
        participants = new PlayedParticipants(codec, publisher);
    }

    @AfterAll
    void stop() throws InterruptedException {
        participants.close();
    }

    HttpResponse<String> order(String user, String key, String body) throws Exception {
        return post(Tokens.user(user), "/v1/orders", key, body);
    }

    HttpResponse<String> post(String token, String path, String key, String body) throws Exception {
        HttpRequest request = bearing(token, path)
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String user, String path) throws Exception {
        return getAs(Tokens.user(user), path);
    }

    HttpResponse<String> getAs(String token, String path) throws Exception {
        return http.send(bearing(token, path).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String user, String path) {
        return bearing(Tokens.user(user), path);
    }

    private HttpRequest.Builder bearing(String token, String path) {
        return HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    JsonNode read(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }

    String code(HttpResponse<String> answer) {
        return read(answer).at("/code").asString();
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    static String body(long product, int quantity, UUID coupon) {
        String items = "\"items\":[{\"productId\":%d,\"quantity\":%d}]".formatted(product, quantity);
        return coupon == null ? "{" + items + "}" : "{%s,\"couponId\":\"%s\"}".formatted(items, coupon);
    }

    static String state(UUID orderId) throws SQLException {
        try (var connection = Infrastructure.connect("orders");
                var rows = connection
                        .createStatement()
                        .executeQuery("select state from checkout where order_id = '" + orderId + "'")) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    static long count(String query) throws SQLException {
        try (var connection = Infrastructure.connect("orders");
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    static void update(String statement) throws SQLException {
        try (var connection = Infrastructure.connect("orders")) {
            connection.createStatement().executeUpdate(statement);
        }
    }
}
