package dev.sagamart.gateway.edge;

import dev.sagamart.gateway.problem.GatewayProblem;
import dev.sagamart.gateway.problem.ProblemCode;
import dev.sagamart.gateway.problem.Trace;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * The headers of a request as they go on: without those by which a client could speak for someone else or have ours taken
 * away, and with our own trace.
 */
final class BorderHeaders {

    /** {@code Connection} names headers for the next hop to drop; {@code Upgrade} would leave HTTP. */
    private static final Set<String> DROPPED = ignoringCase(
            "connection",
            "keep-alive",
            "te",
            "trailer",
            "upgrade",
            "forwarded",
            "x-real-ip",
            "cookie",
            "expect",
            "http2-settings",
            "traceparent",
            "tracestate");

    private static final String[] DROPPED_PREFIXES = {"x-user-", "x-internal-", "x-forwarded-", "proxy-"};

    private BorderHeaders() {}

    /** @throws GatewayProblem if two readers could understand them in two ways */
    static HttpHeaders of(ServerWebExchange exchange) {
        var headers = new HttpHeaders();
        exchange.getRequest().getHeaders().forEach((name, values) -> {
            if (isTrusted(name)) {
                headers.put(name, values);
            }
        });
        requireOneToken(headers);
        requireKnownCoding(headers);
        Trace.of(exchange).ifPresent(trace -> headers.set("traceparent", trace.parent()));
        return headers;
    }

    private static void requireOneToken(HttpHeaders headers) {
        List<String> tokens = headers.get(HttpHeaders.AUTHORIZATION);
        if (tokens != null && tokens.size() > 1) {
            throw ambiguous("A request has one Authorization header.");
        }
    }

    private static void requireKnownCoding(HttpHeaders headers) {
        List<String> codings = headers.get(HttpHeaders.TRANSFER_ENCODING);
        if (codings != null && !(codings.size() == 1 && codings.getFirst().equalsIgnoreCase("chunked"))) {
            throw ambiguous("The only transfer coding here is chunked.");
        }
    }

    private static GatewayProblem ambiguous(String why) {
        return new GatewayProblem(ProblemCode.MALFORMED_REQUEST, why).with(HttpHeaders.CONNECTION, "close");
    }

    private static boolean isTrusted(String name) {
        if (DROPPED.contains(name)) {
            return false;
        }
        for (var prefix : DROPPED_PREFIXES) {
            if (name.regionMatches(true, 0, prefix, 0, prefix.length())) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> ignoringCase(String... names) {
        var set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(Set.of(names));
        return set;
    }
}
