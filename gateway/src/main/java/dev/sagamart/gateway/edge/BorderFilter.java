package dev.sagamart.gateway.edge;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Removes the headers by which a client could speak for someone else or have our own headers taken away. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class BorderFilter implements WebFilter {

    /** {@code Connection} names headers for the next hop to drop; {@code Upgrade} would leave HTTP. */
    private static final Set<String> DROPPED = Set.of(
            "connection",
            "keep-alive",
            "te",
            "trailer",
            "upgrade",
            "forwarded",
            "x-real-ip",
            "cookie",
            "expect",
            "http2-settings");

    private static final List<String> DROPPED_PREFIXES = List.of("x-user-", "x-internal-", "x-forwarded-", "proxy-");

    private final @Nullable Pattern trustedProxies;

    BorderFilter(EdgeProperties properties) {
        this.trustedProxies = properties.trustedProxies();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ClientAddress.remember(exchange, trustedProxies);
        var request = exchange.getRequest()
                .mutate()
                .headers(BorderFilter::dropUntrusted)
                .build();
        return chain.filter(exchange.mutate().request(request).build());
    }

    private static void dropUntrusted(HttpHeaders headers) {
        List.copyOf(headers.headerNames()).stream()
                .filter(BorderFilter::isUntrusted)
                .forEach(headers::remove);
    }

    private static boolean isUntrusted(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return DROPPED.contains(lower) || DROPPED_PREFIXES.stream().anyMatch(lower::startsWith);
    }
}
