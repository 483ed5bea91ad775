package dev.sagamart.gateway.edge;

import dev.sagamart.gateway.problem.GatewayProblem;
import dev.sagamart.gateway.problem.ProblemCode;
import dev.sagamart.gateway.problem.Trace;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.server.reactive.AbstractServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Makes the headers of a request what goes on: without those by which a client could speak for someone else or have ours
 * taken away, and with our own trace. They are changed where they are, because copying them costs more than all of this.
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
    static void clean(ServerWebExchange exchange, boolean bodiless) {
        HttpServerRequest request =
                AbstractServerHttpRequest.class.cast(exchange.getRequest()).getNativeRequest();
        var headers = request.requestHeaders();
        requireOneToken(headers);
        requireKnownCoding(headers);
        dropUntrusted(headers);
        if (bodiless) {
            headers.remove(HttpHeaderNames.CONTENT_LENGTH);
            headers.remove(HttpHeaderNames.CONTENT_TYPE);
            headers.remove(HttpHeaderNames.TRANSFER_ENCODING);
        }
        Trace.of(exchange).ifPresent(trace -> headers.set("traceparent", trace.parent()));
    }

    private static void dropUntrusted(HttpHeaders headers) {
        var untrusted = new ArrayList<CharSequence>(0);
        headers.iteratorCharSequence().forEachRemaining(header -> {
            if (!isTrusted(header.getKey().toString())) {
                untrusted.add(header.getKey());
            }
        });
        untrusted.forEach(headers::remove);
    }

    private static void requireOneToken(HttpHeaders headers) {
        if (headers.getAll(HttpHeaderNames.AUTHORIZATION).size() > 1) {
            throw ambiguous("A request has one Authorization header.");
        }
    }

    private static void requireKnownCoding(HttpHeaders headers) {
        List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        if (!codings.isEmpty() && !(codings.size() == 1 && codings.getFirst().equalsIgnoreCase("chunked"))) {
            throw ambiguous("The only transfer coding here is chunked.");
        }
    }

    private static GatewayProblem ambiguous(String why) {
        return new GatewayProblem(ProblemCode.MALFORMED_REQUEST, why).with("Connection", "close");
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
