package dev.sagamart.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.testsupport.infrastructure.Tokens;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
@ExtendWith(OutputCaptureExtension.class)
class UnambiguousTest {
    @LocalServerPort
    int port;

    @BeforeEach
    void freshStandIns() {
        StandIn.resetAll();
    }

    @Test
    void two_tokens_are_no_token() {
        var reply = new Caller(port, "/v1/points").as("u1").as("u2").get();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("MALFORMED_REQUEST");
        assertThat(StandIn.POINT.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xchunked", "chunked, x", "identity"})
    void an_unknown_transfer_coding_is_refused_and_ends_the_connection(String coding) throws IOException {
        try (var wire = new Wire(port)) {
            wire.write(post("Transfer-Encoding: " + coding + "\r\nContent-Length: 0\r\n"));

            assertThat(wire.status()).isEqualTo(400);
            assertThat(StandIn.POINT.calls()).isEmpty();
        }
    }

    @Test
    void a_body_that_stops_being_http_is_no_error_of_ours(CapturedOutput output) throws IOException {
        try (var wire = new Wire(port)) {
            wire.write(post("Transfer-Encoding: chunked\r\n") + "xx\r\n{}\r\n");

            assertThat(wire.status()).isEqualTo(400);
        }
        await().during(Duration.ofMillis(300)).until(() -> !output.toString().contains("ERROR"));
    }

    private static String post(String framing) {
        return "POST /v1/points/charges HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + Tokens.user("u1")
                + "\r\nIdempotency-Key: " + Caller.freshKey() + "\r\nContent-Type: application/json\r\n" + framing
                + "\r\n";
    }
}
