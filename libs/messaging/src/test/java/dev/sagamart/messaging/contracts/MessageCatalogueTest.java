package dev.sagamart.messaging.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/messages.md} true; run with {@code -Dsagamart.docs.update=true} to write it anew. */
class MessageCatalogueTest {
    private static final Path CATALOGUE = Path.of("../../docs/messages.md");

    @Test
    void the_catalogue_says_what_the_contracts_say() throws IOException {
        String expected = catalogue();

        if (Boolean.getBoolean("sagamart.docs.update")) {
            Files.writeString(CATALOGUE, expected);
        }

        assertThat(Files.readString(CATALOGUE)).isEqualTo(expected);
    }

    private static String catalogue() {
        Map<String, Class<?>> types =
                Contracts.types().stream().collect(Collectors.toMap(Contracts::nameOf, Function.identity()));
        assertThat(Channel.all().stream().flatMap(channel -> channel.types().stream()))
                .containsExactlyInAnyOrderElementsOf(types.keySet());
        var text = new StringBuilder("""
                # Messages

                CloudEvents 1.0 in Kafka binary mode: headers `ce_id`, `ce_type`, `ce_source`, `ce_specversion`, `ce_time`,
                `content-type: application/json` and W3C `traceparent`; commands carry `reply-partition`. Each topic has a
                dead-letter topic `<topic>.dlt`. A field marked `?` may be missing. Samples:
                `libs/message-contracts/src/main/resources/samples`. This page is generated from the contracts, as is
                [asyncapi.yaml](asyncapi.yaml), which has keys, headers, schemas and samples.
                """);
        for (Channel channel : Channel.all()) {
            text.append("\n## ").append(channel.topic()).append("\n\n| type | fields |\n|---|---|\n");
            for (String type : channel.types()) {
                text.append("| `%s` | %s |\n".formatted(type, fields(types.get(type))));
            }
        }
        return text.toString();
    }

    private static String fields(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(MessageCatalogueTest::field)
                .collect(Collectors.joining(", "));
    }

    private static String field(RecordComponent field) {
        boolean optional = field.getAnnotatedType().isAnnotationPresent(Nullable.class);
        String type = field.getGenericType().getTypeName().replaceAll("[a-z]+\\.", "");
        return "`%s`%s %s"
                .formatted(
                        field.getName(),
                        optional ? "?" : "",
                        type.replace("<", " of ").replace(">", ""));
    }
}
