package dev.sagamart.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class RoutingTest {

    @LocalServerPort
    int port;

    @BeforeEach
    void freshStandIns() {
        StandIn.resetAll();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/points, point",
        "POST, /v1/points/charges, point",
        "GET, /v1/points/charges?limit=5&cursor=a%20b, charge-log",
        "GET, /v1/products, product",
        "POST, /v1/products, product",
        "GET, /v1/products/7, product",
        "PATCH, /v1/products/7, product",
        "POST, /v1/products/7/restocks, product",
        "GET, /v1/products/popular, ranking",
        "POST, /v1/products/popular/refreshes, ranking",
        "GET, /v1/products/popular/rebuilds?limit=5, ranking",
        "POST, /v1/products/popular/rebuilds, ranking",
        "POST, /v1/orders, order",
        "GET, /v1/orders/0199b1c0-0000-7000-8000-000000000001, order",
        "GET, /v1/orders, order",
        "POST, /v1/coupon-campaigns, coupon",
        "GET, /v1/coupon-campaigns/3, coupon",
        "GET, /v1/coupon-campaigns/3/report, coupon",
        "POST, /v1/coupon-campaigns/3/coupons, coupon",
        "GET, /v1/coupons, coupon",
        "GET, /v1/dead-letters/coupon.commands?limit=5, coupon",
        "GET, /v1/dead-letters/coupon.events/0-7, coupon",
        "POST, /v1/dead-letters/product.commands/replays, product",
        "POST, /v1/dead-letters/point.commands/discards, point",
        "GET, /v1/dead-letters/order.replies, order",
        "GET, /v1/dead-letters/order.events, ranking",
        "GET, /v1/dead-letters/product.events, ranking",
        "GET, /v1/dead-letters/point.events, charge-log",
    })
    void every_request_of_the_api_reaches_the_service_that_owns_it(String method, String path, String service) {
        var reply = new Caller(port, path).asAdmin().key(Caller.freshKey()).send(method);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.member("service")).isEqualTo(service);
        var call = standIn(service).onlyCall();
        assertThat(call.method()).isEqualTo(method);
        assertThat(call.uri()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "/",
        "/v1",
        "/v1/products/",
        "/v1/products/7/reviews",
        "/v2/orders",
        "/actuator/health",
        "/v1/orders/1/2",
        "/v1/dead-letters",
        "/v1/dead-letters/point.refunds",
        "/v1/dead-letters/point-commands",
        "/v1/dead-letters/point.commands.dlt"
    })
    void a_path_that_is_not_offered_is_not_found(String path) {
        var reply = new Caller(port, path).as("u1").get();

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo("NOT_FOUND");
        assertThat(reply.member("instance")).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /v1/points/charges, 'POST, GET, HEAD'",
        "PUT, /v1/products/7, 'GET, HEAD, PATCH'",
        "PATCH, /v1/products/popular, 'GET, HEAD'",
        "GET, /v1/coupon-campaigns, POST",
        "OPTIONS, /v1/orders, 'GET, HEAD, POST'",
    })
    void a_method_that_a_path_does_not_offer_is_named_with_those_it_does(String method, String path, String allowed) {
        var reply = new Caller(port, path).asAdmin().send(method);

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.code()).isEqualTo("METHOD_NOT_ALLOWED");
        assertThat(reply.header("Allow")).isEqualTo(allowed);
    }

    @Test
    void who_may_read_may_ask_for_the_headers_alone() {
        var reply = new Caller(port, "/v1/products/7").send("HEAD");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEmpty();
        assertThat(StandIn.PRODUCT.onlyCall().method()).isEqualTo("HEAD");
    }

    @Test
    void a_read_carries_no_body_and_needs_no_key() {
        var reply = new Caller(port, "/v1/products").json("{\"a\":1}").key("!").get();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(StandIn.PRODUCT.onlyCall().body()).isEmpty();
    }

    private static StandIn standIn(String service) {
        return switch (service.toLowerCase(Locale.ROOT)) {
            case "point" -> StandIn.POINT;
            case "product" -> StandIn.PRODUCT;
            case "order" -> StandIn.ORDER;
            case "coupon" -> StandIn.COUPON;
            case "ranking" -> StandIn.RANKING;
            default -> StandIn.CHARGE_LOG;
        };
    }
}
