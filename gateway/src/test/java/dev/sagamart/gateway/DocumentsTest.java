package dev.sagamart.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(properties = "sagamart.gateway.documents.enabled=true")
class DocumentsTest {
    @LocalServerPort
    int port;

    @Test
    void the_short_address_leads_to_the_page() {
        var reply = new Caller(port, "/documents").get();

        assertThat(reply.status()).isEqualTo(307);
        assertThat(reply.header("Location")).isEqualTo("/documents/index.html");
    }

    @ParameterizedTest
    @CsvSource({
        "index.html, text/html",
        "start.js, text/javascript",
        "swagger-ui-bundle.js, text/javascript",
        "swagger-ui-standalone-preset.js, text/javascript",
        "swagger-ui.css, text/css",
        "favicon-32x32.png, image/png",
    })
    void anybody_may_see_the_page_and_what_it_needs(String file, String type) {
        var reply = new Caller(port, "/documents/" + file).get();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith(type);
        assertThat(reply.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'");
    }

    @Test
    void the_page_asks_no_other_host_and_has_no_script_within() {
        var page = new Caller(port, "/documents/index.html").get().text();
        var start = new Caller(port, "/documents/start.js").get().text();

        assertThat(page + start).doesNotContain("//cdn", "http:", "https:");
        assertThat(page).doesNotContainPattern("<script>|style=|onload=");
        assertThat(start).contains("validatorUrl: null");
    }

    @ParameterizedTest
    @MethodSource
    void every_checked_in_document_is_offered(String document) throws IOException {
        var reply = new Caller(port, "/documents/openapi/" + document).get();

        assertThat(reply.text()).isEqualTo(Files.readString(Path.of("../docs/openapi", document)));
        assertThat(new Caller(port, "/documents/start.js").get().text())
                .contains('"' + document.replace(".json", "") + '"');
    }

    static Stream<String> every_checked_in_document_is_offered() throws IOException {
        try (var files = Files.list(Path.of("../docs/openapi"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/documents/", "/documents/application.yml", "/documents/openapi/", "/documents/x/../index.html"
            })
    void nothing_else_is_there(String path) {
        assertThat(new Caller(port, path).get().status()).isIn(400, 404);
    }
}
