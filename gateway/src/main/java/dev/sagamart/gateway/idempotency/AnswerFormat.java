package dev.sagamart.gateway.idempotency;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How an answer lies in the store; the body is kept byte by byte as characters, which every byte survives. */
@Component
class AnswerFormat {

    private static final List<String> KEPT_HEADERS =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.RETRY_AFTER);

    private final JsonMapper json;

    AnswerFormat(JsonMapper json) {
        this.json = json;
    }

    String headers(Answer answer) {
        var kept = new LinkedHashMap<String, String>();
        for (var name : KEPT_HEADERS) {
            var value = answer.headers().getFirst(name);
            if (value != null) {
                kept.put(name, value);
            }
        }
        return json.writeValueAsString(kept);
    }

    String body(Answer answer) {
        return new String(answer.body(), StandardCharsets.ISO_8859_1);
    }

    Answer read(String status, String headers, String body) {
        return new Answer(Integer.parseInt(status), readHeaders(headers), body.getBytes(StandardCharsets.ISO_8859_1));
    }

    HttpHeaders readHeaders(String headers) {
        var kept = new HttpHeaders();
        json.readValue(headers, new TypeReference<Map<String, String>>() {}).forEach(kept::set);
        return kept;
    }
}
