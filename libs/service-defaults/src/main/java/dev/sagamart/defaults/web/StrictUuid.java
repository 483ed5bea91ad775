package dev.sagamart.defaults.web;

import java.util.UUID;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads an id as text of 36 characters only, not as Base64 or bytes. */
final class StrictUuid extends StdDeserializer<UUID> {
    StrictUuid() {
        super(UUID.class);
    }

    @Override
    public UUID deserialize(JsonParser parser, DeserializationContext context) {
        String text = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getString() : "";
        try {
            return StrictParameters.uuid(text);
        } catch (IllegalArgumentException another) {
            return (UUID) context.handleWeirdStringValue(UUID.class, text, "not a UUID in full");
        }
    }
}
