package dev.sagamart.loadtests.gatling;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.substring;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.UUID;

/** Requests and the answers that are as they should be; {@code #{…}} is from the session of the visitor. */
final class Calls {
    private static final String COUPONS = "/v1/coupon-campaigns/#{campaign}/coupons";

    private Calls() {}

    static HttpRequestActionBuilder popular() {
        return http("popular products").get("/v1/products/popular").check(status().is(200));
    }

    static HttpRequestActionBuilder product() {
        return http("product").get("/v1/products/#{product}").check(status().is(200));
    }

    static HttpRequestActionBuilder charge() {
        return write("charge", "/v1/points/charges")
                .body(StringBody("{\"amount\":#{amount}}"))
                .asJson()
                .check(status().is(201));
    }

    /** Answered 202 if the saga takes longer than the service waits: it has not failed, and charts show the time. */
    static HttpRequestActionBuilder order() {
        return write("order", "/v1/orders")
                .body(StringBody("{\"items\":#{items}}"))
                .asJson()
                .check(status().in(201, 202));
    }

    static HttpRequestActionBuilder readOrder() {
        return token(http("read order").get("/v1/orders/#{order}"))
                .check(
                        status().is(200),
                        jsonPath("$.status").in("PENDING", "COMPLETED").saveAs("status"));
    }

    static HttpRequestActionBuilder coupon() {
        return write("coupon", COUPONS).check(status().is(201));
    }

    static HttpRequestActionBuilder soldOutCoupon() {
        return write("coupon that is sold out", COUPONS).check(status().is(409), substring("COUPON_SOLD_OUT"));
    }

    /** Under a key of its own. */
    private static HttpRequestActionBuilder write(String name, String path) {
        return token(http(name).post(path))
                .header("Idempotency-Key", session -> UUID.randomUUID().toString());
    }

    private static HttpRequestActionBuilder token(HttpRequestActionBuilder request) {
        return request.header("Authorization", "Bearer #{token}");
    }
}
