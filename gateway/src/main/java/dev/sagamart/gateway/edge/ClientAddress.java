package dev.sagamart.gateway.edge;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/**
 * Where a request came from: the peer of its connection, or, behind proxies that we trust, the last address of
 * {@code X-Forwarded-For} that is not one of theirs. What a client writes into that header itself never counts.
 */
public record ClientAddress(String text) {

    private static final String ATTRIBUTE = ClientAddress.class.getName();
    private static final int NETWORK_BYTES = 8;

    /** As it was found when the request came in. */
    public static ClientAddress of(ServerWebExchange exchange) {
        return exchange.getRequiredAttribute(ATTRIBUTE);
    }

    static void remember(ServerWebExchange exchange, @Nullable Pattern trustedProxies) {
        exchange.getAttributes().put(ATTRIBUTE, of(exchange.getRequest(), trustedProxies));
    }

    private static ClientAddress of(ServerHttpRequest request, @Nullable Pattern trustedProxies) {
        var address = peer(request);
        if (trustedProxies == null) {
            return new ClientAddress(address);
        }
        var hops = String.join(",", request.getHeaders().getOrEmpty("X-Forwarded-For"))
                .split(",", -1);
        for (int hop = hops.length - 1;
                hop >= 0 && trustedProxies.matcher(address).matches();
                hop--) {
            if (!hops[hop].isBlank()) {
                address = hops[hop].strip();
            }
        }
        return new ClientAddress(address);
    }

    private static String peer(ServerHttpRequest request) {
        InetSocketAddress peer = request.getRemoteAddress();
        return peer == null || peer.getAddress() == null
                ? "unknown"
                : peer.getAddress().getHostAddress();
    }

    /** The address, or the /64 network of an IPv6 address, all of which one client may use. */
    public String network() {
        if (text.indexOf(':') < 0) {
            return text;
        }
        try {
            return InetAddress.ofLiteral(text) instanceof Inet6Address address
                    ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES) + "::/64"
                    : text;
        } catch (IllegalArgumentException notAnAddress) {
            return text;
        }
    }
}
