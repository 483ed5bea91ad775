package dev.sagamart.messaging.contracts;

import dev.sagamart.contracts.Topics;
import dev.sagamart.messaging.CloudEventHeaders;
import dev.sagamart.messaging.contracts.Contracts.Sample;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** The contracts as an AsyncAPI document. */
final class AsyncApi {
    private static final String INTRODUCTION = """
            # Generated from libs/message-contracts: see CONTRIBUTING.md, "A new message".
            """;
    private static final String DESCRIPTION = """
            CloudEvents 1.0 in Kafka binary mode. Readers ignore fields and types that they do not know. Each topic has
            a dead-letter topic of the same name with .dlt behind it. Who sends and who listens: architecture.md.
            """;
    private static final JsonMapper JSON = new JsonMapper();

    private final FieldSchemas schemas = new FieldSchemas();

    static String text() {
        var style = new DumperOptions();
        style.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        style.setAllowUnicode(true);
        style.setWidth(120);
        style.setIndicatorIndent(2);
        style.setIndentWithIndicator(true);
        style.setDereferenceAliases(true);
        return INTRODUCTION + new Yaml(style).dump(new AsyncApi().document());
    }

    private Map<String, Object> document() {
        var channels = ordered();
        Channel.all().forEach(channel -> channels.put(channel.topic(), channel(channel)));
        var messages = ordered();
        for (Channel channel : Channel.all()) {
            Contracts.types().stream()
                    .filter(type -> channel.types().contains(Contracts.nameOf(type)))
                    .forEach(type -> messages.put(Contracts.nameOf(type), message(type, channel)));
        }
        return ordered(
                "asyncapi",
                "3.0.0",
                "info",
                ordered("title", "Sagamart", "version", "1.0.0", "description", DESCRIPTION),
                "defaultContentType",
                "application/json",
                "servers",
                ordered("local", ordered("host", "localhost:9094", "protocol", "kafka")),
                "channels",
                channels,
                "components",
                ordered(
                        "messageTraits", ordered("cloudEvent", ordered("headers", headers())),
                        "messages", messages,
                        "schemas", schemas.all()));
    }

    private static Map<String, Object> channel(Channel channel) {
        var messages = ordered();
        channel.types().forEach(type -> messages.put(type, ordered("$ref", "#/components/messages/" + type)));
        var kafka = ordered("partitions", Topics.DEFAULT_PARTITIONS);
        if (channel.isCompacted()) {
            kafka.put("topicConfiguration", ordered("cleanup.policy", List.of("compact")));
        }
        return ordered("address", channel.topic(), "messages", messages, "bindings", ordered("kafka", kafka));
    }

    private Map<String, Object> message(Class<?> type, Channel channel) {
        var headers = ordered(CloudEventHeaders.TYPE, ordered("const", Contracts.nameOf(type)));
        if (channel.isOfCommands()) {
            headers.put(CloudEventHeaders.REPLY_PARTITION, ordered("type", "string", "pattern", "^[0-9]+$"));
        }
        var key = ordered("type", "string", "description", "the " + channel.key() + " of the payload");
        return ordered(
                "title", type.getSimpleName(),
                "traits", List.of(ordered("$ref", "#/components/messageTraits/cloudEvent")),
                "headers", ordered("properties", headers),
                "payload", schemas.referTo(type),
                "bindings", ordered("kafka", ordered("key", key)),
                "examples", examples(type));
    }

    private static List<Object> examples(Class<?> type) {
        return Contracts.samples()
                .filter(sample -> Contracts.typeOf(sample) == type)
                .sorted(Comparator.comparing(Sample::name))
                .<Object>map(sample ->
                        ordered("name", sample.name(), "payload", JSON.readValue(sample.json(), LinkedHashMap.class)))
                .toList();
    }

    private static Map<String, Object> headers() {
        var text = ordered("type", "string");
        return ordered(
                "type", "object",
                "required",
                        List.of(
                                CloudEventHeaders.ID,
                                CloudEventHeaders.TYPE,
                                CloudEventHeaders.SOURCE,
                                CloudEventHeaders.SPEC_VERSION,
                                CloudEventHeaders.TIME,
                                CloudEventHeaders.CONTENT_TYPE),
                "properties",
                        ordered(
                                CloudEventHeaders.ID, ordered("type", "string", "format", "uuid"),
                                CloudEventHeaders.TYPE, text,
                                CloudEventHeaders.SOURCE, text,
                                CloudEventHeaders.SPEC_VERSION, ordered("const", "1.0"),
                                CloudEventHeaders.TIME, ordered("type", "string", "format", "date-time"),
                                CloudEventHeaders.CONTENT_TYPE, ordered("const", "application/json"),
                                CloudEventHeaders.TRACEPARENT, text));
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        var result = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            result.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return result;
    }
}
