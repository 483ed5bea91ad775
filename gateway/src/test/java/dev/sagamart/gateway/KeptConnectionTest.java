package dev.sagamart.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class KeptConnectionTest {

    @LocalServerPort
    int port;

    @Test
    void a_refusal_of_a_request_that_had_to_queue_does_not_make_the_connection_deaf() throws Exception {
        StandIn.resetAll();
        try (var wire = new Wire(port)) {
            wire.write(get("/v1/products") + get("/v1/points"));
            assertThat(wire.status()).isEqualTo(200);
            assertThat(wire.status()).isEqualTo(401);

            wire.write(get("/v1/products/7"));

            assertThat(wire.status()).isEqualTo(200);
        }
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
    }
}
