package dev.sagamart.messaging.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.contracts.Topics;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/messages.md} true; run with {@code -Dsagamart.docs.update=true} to write it anew. */
class MessageCatalogueTest {
    private static final Path CATALOGUE = Path.of("../../docs/messages.md");

    /** Topic, key and the prefixes of the types on it. */
    private static final Map<String, List<String>> TYPES_OF_TOPIC = Map.of(
            Topics.COUPON_COMMANDS, List.of("coupon.use.v1", "coupon.restore.v1"),
            Topics.PRODUCT_COMMANDS, List.of("product.deduct-stock.v1", "product.restore-stock.v1"),
            Topics.POINT_COMMANDS, List.of("point.deduct.v1", "point.refund.v1"),
            Topics.ORDER_REPLIES,
                    List.of(
                            "coupon.used.v1",
                            "coupon.use-rejected.v1",
                            "coupon.restored.v1",
                            "product.stock-deducted.v1",
                            "product.deduct-stock-rejected.v1",
                            "product.stock-restored.v1",
                            "point.deducted.v1",
                            "point.deduct-rejected.v1",
                            "point.refunded.v1"),
            Topics.ORDER_EVENTS, List.of("order.completed.v1", "order.rejected.v1"),
            Topics.POINT_EVENTS, List.of("point.charged.v1"),
            Topics.COUPON_EVENTS, List.of("coupon.issued.v1"),
            Topics.PRODUCT_EVENTS, List.of("product.changed.v1"));

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
        assertThat(TYPES_OF_TOPIC.values().stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(types.keySet());
        var text = new StringBuilder("""
                # Messages

                CloudEvents 1.0 in Kafka binary mode: headers `ce_id`, `ce_type`, `ce_source`, `ce_specversion`, `ce_time`,
                `content-type: application/json` and W3C `traceparent`; commands carry `reply-partition`. Each topic has a
                dead-letter topic `<topic>.dlt`. A field marked `?` may be missing. Samples:
                `libs/message-contracts/src/main/resources/samples`. This page is generated from the contracts.
                """);
        for (String topic : Topics.all()) {
            text.append("\n## ").append(topic).append("\n\n| type | fields |\n|---|---|\n");
            for (String type : TYPES_OF_TOPIC.get(topic)) {
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
