package dev.sagamart.local.api;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What the API answered. */
public record Answer(int status, String text, HttpResponse<byte[]> response) {
    private static final JsonMapper JSON = new JsonMapper();

    static Answer of(HttpResponse<byte[]> response) {
        return new Answer(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8), response);
    }

    /** The body, or a missing node when it is no JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(text);
        } catch (JacksonException noJson) {
            return MissingNode.getInstance();
        }
    }

    public long number(String field) {
        return json().path(field).asLong(Long.MIN_VALUE);
    }

    public String text(String field) {
        return json().path(field).asString("");
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** Whether only asking again tells what happened. */
    public boolean outcomeIsOpen() {
        return status == 429 || status == 503 || status == 504 || text("code").equals("REQUEST_IN_PROGRESS");
    }

    /** Status and, for a problem, its code. */
    public String outcome() {
        String code = text("code");
        return code.isEmpty() ? Integer.toString(status) : status + " " + code;
    }
}
