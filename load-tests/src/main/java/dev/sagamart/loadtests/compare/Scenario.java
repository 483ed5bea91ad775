package dev.sagamart.loadtests.compare;

import dev.sagamart.local.suite.Service;
import org.jspecify.annotations.Nullable;

/** What is asked for, again and again. */
public enum Scenario {
    ORDERS_HOT(
            Service.ORDER,
            "orders, one product",
            "orders-hot",
            "select count(*) from orders where status = 'COMPLETED'"),
    ORDERS_UNIFORM(
            Service.ORDER,
            "orders, 100 products",
            "orders-uniform",
            "select count(*) from orders where status = 'COMPLETED'"),
    CHARGE(Service.POINT, "charge", "charge", "select count(*) from ledger where kind = 'CHARGE'"),
    COUPON(Service.COUPON, "first-come coupon, winners", "coupon-issue", null),
    SOLD_OUT(Service.COUPON, "first-come coupon, losers", null, null),
    PRODUCT(Service.PRODUCT, "product", "product-get", null),
    POPULAR(Service.RANKING, "popular products", null, null);

    private final Service service;
    private final String label;
    private final @Nullable String peerName;
    private final @Nullable String effects;

    Scenario(Service service, String label, @Nullable String peerName, @Nullable String effects) {
        this.service = service;
        this.label = label;
        this.peerName = peerName;
        this.effects = effects;
    }

    Service service() {
        return service;
    }

    String label() {
        return label;
    }

    /** What the load scripts of the peer call it, or nothing if it has no such thing. */
    @Nullable
    String peerName() {
        return peerName;
    }

    /** Counts in the database of the service what the requests have brought about. */
    @Nullable
    String effects() {
        return effects;
    }

    /** Whether a user may ask once only. */
    boolean onceEach() {
        return this == COUPON;
    }

    boolean isRefused() {
        return this == SOLD_OUT;
    }

    boolean needsToken() {
        return this != PRODUCT && this != POPULAR;
    }
}
