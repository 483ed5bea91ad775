package dev.sagamart.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(properties = "sagamart.gateway.upstreams.point=http://127.0.0.1:1")
class RefusedConnectionTest {

    @LocalServerPort
    int port;

    @Test
    void a_service_that_is_not_there_is_unavailable_and_the_key_stays_free() {
        var key = Caller.freshKey();

        for (int i = 0; i < 2; i++) {
            var reply = new Caller(port, "/v1/points/charges")
                    .as("u1")
                    .key(key)
                    .json("{}")
                    .post();

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.code()).isEqualTo("SERVICE_UNAVAILABLE");
            assertThat(reply.header("Retry-After")).isEqualTo("1");
            assertThat(reply.text()).doesNotContain("127.0.0.1");
        }
    }
}
