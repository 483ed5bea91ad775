package dev.sagamart.gateway.routing;

import static dev.sagamart.gateway.routing.Endpoint.admin;
import static dev.sagamart.gateway.routing.Endpoint.open;
import static dev.sagamart.gateway.routing.Endpoint.own;
import static dev.sagamart.gateway.routing.Endpoint.user;
import static dev.sagamart.gateway.routing.Upstream.CHARGE_LOG;
import static dev.sagamart.gateway.routing.Upstream.COUPON;
import static dev.sagamart.gateway.routing.Upstream.ORDER;
import static dev.sagamart.gateway.routing.Upstream.POINT;
import static dev.sagamart.gateway.routing.Upstream.PRODUCT;
import static dev.sagamart.gateway.routing.Upstream.RANKING;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;

import java.time.Duration;
import java.util.List;

/** The route table: everything the suite offers, who may call it, and who answers. What is not here does not exist. */
public final class Endpoints {

    /** An order waits for its saga on purpose, so it gets longer than the wait limit of order-service. */
    private static final Duration ORDER_PATIENCE = Duration.ofSeconds(6);

    /** The first row whose path matches counts, so a fixed path stands before a pattern that would also match it. */
    public static final List<Endpoint> ALL = DeadLetterEndpoints.after(
            user(GET, "/v1/points", POINT),
            user(POST, "/v1/points/charges", POINT),
            user(GET, "/v1/points/charges", CHARGE_LOG),
            open(GET, "/v1/products/popular", RANKING),
            admin(POST, "/v1/products/popular/refreshes", RANKING),
            admin(GET, "/v1/products/popular/rebuilds", RANKING),
            admin(POST, "/v1/products/popular/rebuilds", RANKING),
            open(GET, "/v1/products", PRODUCT),
            admin(POST, "/v1/products", PRODUCT),
            open(GET, "/v1/products/{productId}", PRODUCT),
            admin(PATCH, "/v1/products/{productId}", PRODUCT),
            admin(POST, "/v1/products/{productId}/restocks", PRODUCT),
            user(GET, "/v1/orders", ORDER),
            user(POST, "/v1/orders", ORDER).patient(ORDER_PATIENCE),
            user(GET, "/v1/orders/{orderId}", ORDER),
            user(GET, "/v1/orders/{orderId}/timeline", ORDER),
            admin(GET, "/v1/sagas", ORDER),
            admin(GET, "/v1/sagas/{orderId}", ORDER),
            admin(POST, "/v1/sagas/{orderId}/retries", ORDER),
            admin(POST, "/v1/sagas/{orderId}/compensations", ORDER),
            admin(POST, "/v1/coupon-campaigns", COUPON),
            open(GET, "/v1/coupon-campaigns/{campaignId}", COUPON),
            admin(GET, "/v1/coupon-campaigns/{campaignId}/report", COUPON),
            user(POST, "/v1/coupon-campaigns/{campaignId}/coupons", COUPON),
            user(GET, "/v1/coupons", COUPON),
            own(GET, "/v1/requests/{idempotencyKey}"));

    private Endpoints() {}
}
