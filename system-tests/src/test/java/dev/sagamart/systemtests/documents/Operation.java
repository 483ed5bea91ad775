package dev.sagamart.systemtests.documents;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** One method of one path, as its document describes it. */
public record Operation(String method, String path, JsonNode description, JsonNode document) {
    static Operation of(String method, String path, JsonNode description, JsonNode document) {
        return new Operation(method.toUpperCase(Locale.ROOT), path, description, document);
    }

    /** Such as {@code GET /v1/orders/{orderId}}. */
    public String name() {
        return method + " " + path;
    }

    public boolean isWrite() {
        return !method.equals("GET");
    }

    public boolean isOpen() {
        return description.path("security").isMissingNode();
    }

    public boolean isForAdmins() {
        return !description.path("security").path(0).path("bearer").isEmpty();
    }

    /** The schema of the body, or a missing node. */
    public JsonNode body() {
        return resolve(description
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema"));
    }

    public List<JsonNode> parameters(String in) {
        return StreamSupport.stream(description.path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asString().equals(in))
                .toList();
    }

    /** Whether the document lists an answer, such as {@code 200} or {@code 404 ORDER_NOT_FOUND}. */
    public boolean documents(String outcome) {
        String[] parts = outcome.split(" ");
        JsonNode response = response(parts[0]);
        return !response.isMissingNode()
                && (parts.length == 1 || codes(response).contains(parts[1]));
    }

    /** What is not as documented in the body of a good answer. */
    public List<String> violations(int status, JsonNode answer) {
        JsonNode schema = response(Integer.toString(status))
                .path("content")
                .path("application/json")
                .path("schema");
        return Conformance.violations(this, schema, answer);
    }

    private JsonNode response(String status) {
        return resolve(description.path("responses").path(status));
    }

    private Set<String> codes(JsonNode response) {
        Set<String> codes = new TreeSet<>();
        JsonNode schema =
                response.path("content").path("application/problem+json").path("schema");
        for (JsonNode part : schema.path("allOf")) {
            part.path("properties").path("code").path("enum").forEach(code -> codes.add(code.asString()));
        }
        return codes;
    }

    /** What a reference stands for; anything else as it is. */
    public JsonNode resolve(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    @Override
    public String toString() {
        return name();
    }
}
