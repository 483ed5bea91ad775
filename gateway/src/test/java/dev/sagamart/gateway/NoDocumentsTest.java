package dev.sagamart.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class NoDocumentsTest {
    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"/documents", "/documents/index.html", "/documents/openapi/gateway.json", "/v3/api-docs"})
    void nobody_sees_documents_unless_they_are_switched_on(String path) {
        assertThat(new Caller(port, path).get().status()).isEqualTo(401);
        assertThat(new Caller(port, path).as("curious").get().status()).isEqualTo(404);
    }
}
