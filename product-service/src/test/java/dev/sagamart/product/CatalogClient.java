package dev.sagamart.product;

import dev.sagamart.testsupport.infrastructure.Tokens;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Speaks HTTP to the catalog, as an admin unless told otherwise. */
public final class CatalogClient {
    private final RestTestClient http;

    public CatalogClient(RestTestClient http) {
        this.http = http;
    }

    public ResponseSpec get(String path) {
        return http.get().uri(path).exchange();
    }

    public ResponseSpec write(HttpMethod method, String path, String json) {
        return write(method, path, json, key(), Tokens.admin("root"));
    }

    public ResponseSpec write(
            HttpMethod method, String path, String json, @Nullable String key, @Nullable String token) {
        var request = http.method(method).uri(path).contentType(MediaType.APPLICATION_JSON);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.body(json).exchange();
    }

    /** Adds a product and returns its id. */
    public long add(String name, long price, long stock) {
        ResponseSpec answer = write(HttpMethod.POST, "/v1/products", """
                {"name":"%s","price":%d,"stock":%d}""".formatted(name, price, stock));
        String location = answer.expectStatus()
                .isCreated()
                .returnResult(String.class)
                .getResponseHeaders()
                .getFirst("Location");
        return Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
    }

    public static String key() {
        return UUID.randomUUID().toString();
    }
}
