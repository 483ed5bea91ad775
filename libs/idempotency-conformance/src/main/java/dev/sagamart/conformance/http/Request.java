package dev.sagamart.conformance.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A request that is changed by making another one of it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Request(String method, String path, List<Header> headers, byte[] body) {

    public static Request of(String method, String path) {
        return new Request(method, path, List.of(), new byte[0]);
    }

    public Request method(String other) {
        return new Request(other, path, headers, body);
    }

    public Request path(String other) {
        return new Request(method, other, headers, body);
    }

    public Request body(byte[] other) {
        return new Request(method, path, headers, other);
    }

    public Request body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** In place of all headers of this name. */
    public Request header(String name, String value) {
        return without(name).andHeader(name, value);
    }

    /** In addition to headers of this name. */
    public Request andHeader(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Request(method, path, List.copyOf(more), body);
    }

    public Request without(String name) {
        List<Header> others = headers.stream()
                .filter(header -> !header.name().equalsIgnoreCase(name))
                .toList();
        return new Request(method, path, others, body);
    }
}
