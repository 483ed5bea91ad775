package dev.sagamart.systemtests.http;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What the gateway answered. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares replies, and nobody changes the bytes
public record Reply(int status, String path, HttpHeaders headers, byte[] body) {
    private static final JsonMapper JSON = new JsonMapper();

    static Reply of(HttpResponse<byte[]> response) {
        return new Reply(response.statusCode(), response.uri().getRawPath(), response.headers(), response.body());
    }

    /** The body, or a missing node when it is no JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JacksonException noJson) {
            return MissingNode.getInstance();
        }
    }

    /** The items of a page or list. */
    public List<JsonNode> items() {
        return StreamSupport.stream(json().path("items").spliterator(), false).toList();
    }

    public String text(String field) {
        return json().path(field).asString("");
    }

    public long number(String field) {
        return json().path(field).asLong(Long.MIN_VALUE);
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The status, and for a problem its code: {@code "400 OUT_OF_STOCK"}. */
    public String outcome() {
        String code = text("code");
        return code.isEmpty() ? Integer.toString(status) : status + " " + code;
    }

    /** The answer itself when it has this outcome. */
    public Reply expect(String outcome) {
        if (!outcome().equals(outcome)) {
            throw new AssertionError("expected " + outcome + ", got " + this);
        }
        return this;
    }

    @Override
    public String toString() {
        return outcome() + " for " + path + ": " + new String(body, StandardCharsets.UTF_8);
    }
}
