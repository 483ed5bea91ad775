package dev.sagamart.coupon.campaign.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads times as RFC 3339 text only: a number is no time, and a year has four digits. */
@JacksonComponent
class StrictInstant extends StdDeserializer<Instant> {
    private static final Pattern RFC_3339 =
            Pattern.compile("[1-9]\\d{3}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?([Zz]|[+-]\\d\\d:\\d\\d)");

    StrictInstant() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        String text = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getString() : "";
        if (RFC_3339.matcher(text).matches()) {
            try {
                return Instant.parse(text);
            } catch (DateTimeException noSuchTime) {
                // the same answer as for any other text
            }
        }
        return (Instant) context.handleWeirdStringValue(Instant.class, text, "not a time as of RFC 3339");
    }
}
