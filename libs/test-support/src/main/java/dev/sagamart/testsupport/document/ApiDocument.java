package dev.sagamart.testsupport.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps {@code docs/openapi} true; run with {@code -Dsagamart.docs.update=true} to write the documents anew. */
public final class ApiDocument {
    private static final Path FOLDER = Path.of("../docs/openapi");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private ApiDocument() {}

    /** Compares what a service says about itself with its checked-in document, such as {@code point-service}. */
    public static void assertTrue(String service, RestTestClient client) {
        String first = served(client);
        assertTrue(service, first);
        assertThat(sorted(served(client))).as("read again").isEqualTo(sorted(first));
    }

    private static String served(RestTestClient client) {
        String served = client.get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(served);
    }

    /** Compares a document with the checked-in one; the order of members does not matter. */
    public static void assertTrue(String service, String document) {
        Path file = FOLDER.resolve(service + ".json");
        String expected = sorted(document);
        if (Boolean.getBoolean("sagamart.docs.update")) {
            write(file, expected);
        }
        assertThat(file).exists();
        assertThat(file)
                .as("run with -Dsagamart.docs.update=true and look at the diff")
                .hasContent(expected);
    }

    private static String sorted(String json) {
        return JSON.writeValueAsString(JSON.readValue(json, Map.class)).replace(System.lineSeparator(), "\n") + "\n";
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
