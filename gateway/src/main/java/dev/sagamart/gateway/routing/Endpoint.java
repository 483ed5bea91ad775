package dev.sagamart.gateway.routing;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * One row of the route table.
 *
 * @param path a path pattern of the public API
 * @param upstream who answers, or null if the gateway does
 * @param patience how long the answer may take, if longer than for all the others
 */
public record Endpoint(
        HttpMethod method,
        String path,
        Access access,
        @Nullable Upstream upstream,
        @Nullable Duration patience) {

    static Endpoint open(HttpMethod method, String path, Upstream upstream) {
        return new Endpoint(method, path, Access.ANYONE, upstream, null);
    }

    static Endpoint user(HttpMethod method, String path, Upstream upstream) {
        return new Endpoint(method, path, Access.USER, upstream, null);
    }

    static Endpoint admin(HttpMethod method, String path, Upstream upstream) {
        return new Endpoint(method, path, Access.ADMIN, upstream, null);
    }

    /** Answered by the {@link OwnAnswer} of the same path. */
    static Endpoint own(HttpMethod method, String path) {
        return new Endpoint(method, path, Access.USER, null, null);
    }

    Endpoint patient(Duration patience) {
        return new Endpoint(method, path, access, upstream, patience);
    }

    boolean writes() {
        return !method.equals(HttpMethod.GET);
    }

    /** What a client may send for this row: whoever may read may also ask for the headers alone. */
    List<HttpMethod> methods() {
        return writes() ? List.of(method) : List.of(HttpMethod.GET, HttpMethod.HEAD);
    }

    String id() {
        return method.name() + " " + path;
    }
}
