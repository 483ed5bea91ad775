package dev.sagamart.gateway.routing;

import java.net.URI;
import java.util.Locale;

/** A service behind the gateway; each has a circuit breaker of its own name. */
public enum Upstream {
    POINT,
    PRODUCT,
    ORDER,
    COUPON,
    RANKING,
    CHARGE_LOG;

    public URI address(UpstreamProperties upstreams) {
        return switch (this) {
            case POINT -> upstreams.point();
            case PRODUCT -> upstreams.product();
            case ORDER -> upstreams.order();
            case COUPON -> upstreams.coupon();
            case RANKING -> upstreams.ranking();
            case CHARGE_LOG -> upstreams.chargelog();
        };
    }

    public String breaker() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
