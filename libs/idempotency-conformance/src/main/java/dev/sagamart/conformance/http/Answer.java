package dev.sagamart.conformance.http;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What came back.
 *
 * @param status 0 when there was no answer; the body then says why
 * @param headers by name in lower case
 */
@SuppressWarnings("ArrayRecordComponent") // compared by sameAs only
public record Answer(int status, Map<String, List<String>> headers, byte[] body) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int SHOWN = 200;

    static Answer of(HttpResponse<byte[]> response) {
        Map<String, List<String>> headers = new TreeMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        return new Answer(response.statusCode(), headers, response.body());
    }

    static Answer none(Exception failure) {
        String why = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return new Answer(0, Map.of(), why.getBytes(StandardCharsets.UTF_8));
    }

    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    public boolean has(Header header) {
        return header(header.name()).filter(header.value()::equals).isPresent();
    }

    /** The body, or a missing node when it is no JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JacksonException noJson) {
            return MissingNode.getInstance();
        }
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Byte for byte. */
    public boolean hasBodyOf(Answer other) {
        return Arrays.equals(body, other.body);
    }

    /** Whether a client could not tell one from the other: status, body byte for byte, media type and place. */
    public boolean sameAs(Answer other) {
        return sameHeadAs(other) && hasBodyOf(other);
    }

    /** As above, but the same JSON may be written in another way. */
    public boolean sameContentAs(Answer other) {
        return sameHeadAs(other) && (hasBodyOf(other) || (!json().isMissingNode() && json().equals(other.json())));
    }

    private boolean sameHeadAs(Answer other) {
        return status == other.status
                && header("Content-Type").equals(other.header("Content-Type"))
                && header("Location").equals(other.header("Location"));
    }

    public String statusInWords() {
        return status == 0 ? "no answer" : Integer.toString(status);
    }

    /** All that a replay must not change, for a reader. */
    @Override
    public String toString() {
        if (status == 0) {
            return "no answer (" + text() + ")";
        }
        String shown = text().length() <= SHOWN ? text() : text().substring(0, SHOWN) + "…";
        return status + header("Location").map(place -> " at " + place).orElse("") + " "
                + header("Content-Type").orElse("no media type") + " " + shown;
    }
}
