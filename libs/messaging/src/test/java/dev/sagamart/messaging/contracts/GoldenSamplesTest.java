package dev.sagamart.messaging.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagamart.messaging.MessageJson;
import dev.sagamart.messaging.PoisonMessage;
import dev.sagamart.messaging.contracts.Contracts.Sample;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class GoldenSamplesTest {
    private static final JsonMapper PLAIN = new JsonMapper();
    private final MessageJson json = new MessageJson();

    static Stream<Sample> samples() {
        return Contracts.samples();
    }

    @Test
    void every_message_has_a_sample_with_all_its_fields_and_every_sample_a_message() {
        List<Sample> samples = Contracts.samples().toList();

        assertThat(Contracts.types())
                .hasSizeGreaterThan(15)
                .allSatisfy(type -> assertThat(samples.stream()
                                .filter(sample -> sample.isOf(type))
                                .map(sample -> PLAIN.readTree(sample.json()).propertyNames()))
                        .as("samples of %s", type)
                        .anySatisfy(fields -> assertThat(fields)
                                .containsExactlyInAnyOrderElementsOf(names(type.getRecordComponents()))));
        assertThat(samples)
                .allSatisfy(sample -> assertThat(Contracts.typeOf(sample)).isNotNull());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void what_we_read_from_a_sample_is_written_as_the_same_json(Sample sample) {
        Object message = json.read(sample.json().getBytes(UTF_8), Contracts.typeOf(sample));

        assertThat(PLAIN.readTree(json.write(message))).isEqualTo(PLAIN.readTree(sample.json()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_newer_sender_may_add_fields(Sample sample) {
        ObjectNode newer = (ObjectNode) PLAIN.readTree(sample.json());
        newer.put("addedLater", "x");

        Class<?> type = Contracts.typeOf(sample);
        assertThat((Object) json.read(newer.toString().getBytes(UTF_8), type))
                .isEqualTo(json.read(sample.json().getBytes(UTF_8), type));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_missing_or_null_field_is_poison_unless_the_contract_allows_it(Sample sample) {
        Class<?> type = Contracts.typeOf(sample);
        for (RecordComponent field : type.getRecordComponents()) {
            ObjectNode missing = (ObjectNode) PLAIN.readTree(sample.json());
            missing.remove(field.getName());
            ObjectNode nulled = missing.deepCopy();
            nulled.putNull(field.getName());

            if (field.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                assertThat((Object) json.read(missing.toString().getBytes(UTF_8), type))
                        .isNotNull();
                assertThat((Object) json.read(nulled.toString().getBytes(UTF_8), type))
                        .isNotNull();
            } else {
                assertThatThrownBy(() -> json.read(missing.toString().getBytes(UTF_8), type))
                        .as("without %s", field.getName())
                        .isInstanceOf(PoisonMessage.class);
                assertThatThrownBy(() -> json.read(nulled.toString().getBytes(UTF_8), type))
                        .as("with null for %s", field.getName())
                        .isInstanceOf(PoisonMessage.class);
            }
        }
    }

    private static List<String> names(RecordComponent[] fields) {
        return Arrays.stream(fields).map(RecordComponent::getName).toList();
    }
}
