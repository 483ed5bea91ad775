package dev.sagamart.conformance.toy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What the toy answers. */
record ToyAnswer(int status, @Nullable String location, byte[] body) {
    static final JsonMapper JSON = new JsonMapper();

    static ToyAnswer of(int status, Object body) {
        return new ToyAnswer(status, null, JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
    }

    static ToyAnswer refused(int status, String code) {
        return of(status, Map.of("code", code));
    }

    ToyAnswer at(String place) {
        return new ToyAnswer(status, place, body);
    }

    String code() {
        return JSON.readTree(body).path("code").asString("");
    }
}
