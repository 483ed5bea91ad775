package dev.sagamart.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/** How contract records look as JSON: nulls left out, times as RFC 3339, unknown fields of newer senders ignored. */
public final class MessageJson {
    private final JsonMapper mapper = JsonMapper.builder()
            .annotationIntrospector(
                    AnnotationIntrospector.pair(new JacksonAnnotationIntrospector(), new RequiredFields()))
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    public byte[] write(Object message) {
        return mapper.writeValueAsBytes(message);
    }

    /** @throws PoisonMessage if the bytes are not such a message */
    public <T> T read(byte[] json, Class<T> type) {
        try {
            T message = mapper.readValue(json, type);
            if (message == null) {
                throw new PoisonMessage("the value is null");
            }
            return message;
        } catch (JacksonException broken) {
            throw new PoisonMessage(broken.getOriginalMessage(), broken);
        }
    }
}
