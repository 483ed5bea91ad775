package dev.sagamart.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(properties = "sagamart.gateway.edge.allowed-origins=https://shop.example")
class BrowserTest {

    @LocalServerPort
    int port;

    @BeforeEach
    void freshStandIns() {
        StandIn.resetAll();
    }

    @Test
    void pages_of_an_allowed_origin_may_call() {
        var preflight = preflight("https://shop.example");
        var call = new Caller(port, "/v1/products")
                .with("Origin", "https://shop.example")
                .get();

        assertThat(preflight.status()).isEqualTo(200);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("https://shop.example");
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("idempotency-key");
        assertThat(preflight.header("Access-Control-Allow-Credentials")).isNull();
        assertThat(call.header("Access-Control-Allow-Origin")).isEqualTo("https://shop.example");
        assertThat(call.header("Access-Control-Expose-Headers")).contains("Location");
    }

    @Test
    void pages_of_any_other_may_not() {
        assertThat(preflight("https://evil.example").status()).isEqualTo(403);
        assertThat(new Caller(port, "/v1/products")
                        .with("Origin", "https://evil.example")
                        .get()
                        .header("Access-Control-Allow-Origin"))
                .isNull();
    }

    private Caller.Reply preflight(String origin) {
        return new Caller(port, "/v1/orders")
                .with("Origin", origin)
                .with("Access-Control-Request-Method", "POST")
                .with("Access-Control-Request-Headers", "authorization, idempotency-key")
                .send("OPTIONS");
    }
}
