package dev.sagamart.messaging.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sagamart.contracts.Topics;
import dev.sagamart.messaging.contracts.Contracts.Sample;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Keeps {@code docs/asyncapi.yaml} true; run with {@code -Dsagamart.docs.update=true} to write it anew. */
class AsyncApiTest {
    private static final Path DOCUMENT = Path.of("../../docs/asyncapi.yaml");
    private static final JsonMapper JSON = new JsonMapper();

    static Stream<Sample> samples() {
        return Contracts.samples();
    }

    @BeforeAll
    static void writeAnewIfAskedTo() throws IOException {
        if (Boolean.getBoolean("sagamart.docs.update")) {
            Files.writeString(DOCUMENT, AsyncApi.text());
        }
    }

    @Test
    void the_document_says_what_the_contracts_say() throws IOException {
        assertThat(Files.readString(DOCUMENT)).isEqualTo(AsyncApi.text());
    }

    @Test
    void every_topic_and_every_message_is_in_it_once() throws IOException {
        JsonNode document = document();

        assertThat(document.path("channels").propertyNames()).containsExactlyElementsOf(Topics.all());
        assertThat(Channel.all().stream().flatMap(channel -> channel.types().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        Contracts.types().stream().map(Contracts::nameOf).toList())
                .containsExactlyInAnyOrderElementsOf(
                        document.at("/components/messages").propertyNames());
    }

    @Test
    void the_key_of_a_message_is_one_of_its_fields() {
        for (Channel channel : Channel.all()) {
            Contracts.types().stream()
                    .filter(type -> channel.types().contains(Contracts.nameOf(type)))
                    .forEach(type -> assertThat(type.getRecordComponents())
                            .as("%s", type)
                            .extracting(RecordComponent::getName)
                            .contains(channel.key()));
        }
    }

    /** The schemas are written by one program and read by another, so that the first cannot deceive itself. */
    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_keeps_to_its_schema_and_without_a_required_field_it_does_not(Sample sample) throws IOException {
        Schema schema = schemaOf(sample);
        JsonNode payload = JSON.readTree(sample.json());

        assertThat(schema.validate(payload)).isEmpty();
        Class<?> type = Contracts.typeOf(sample);
        document()
                .at("/components/schemas/" + type.getSimpleName() + "/required")
                .forEach(field -> assertThat(
                                schema.validate(((ObjectNode) payload.deepCopy()).without(field.asString())))
                        .as("without %s", field)
                        .isNotEmpty());
    }

    private static Schema schemaOf(Sample sample) throws IOException {
        ObjectNode whole = (ObjectNode) document();
        whole.put("$ref", "#/components/schemas/" + Contracts.typeOf(sample).getSimpleName());
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(whole);
    }

    private static JsonNode document() throws IOException {
        Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(DOCUMENT));
        return JSON.valueToTree(loaded);
    }
}
