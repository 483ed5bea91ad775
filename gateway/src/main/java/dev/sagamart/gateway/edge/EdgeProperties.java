package dev.sagamart.gateway.edge;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What is accepted at the border.
 *
 * @param largestBody the largest request body that is read
 * @param bodyPatience how long a client may take to send it
 * @param answerPatience how long any answer may take, whatever is broken behind us
 * @param mostInFlight requests that are worked on at once; more are turned away
 * @param trustedProxies addresses of those in front of us whose {@code X-Forwarded-For} counts
 * @param allowedOrigins web pages of these origins may call us from a browser
 */
@Validated
@ConfigurationProperties("sagamart.gateway.edge")
record EdgeProperties(
        @DefaultValue("64KB") DataSize largestBody,
        @DefaultValue("5s") Duration bodyPatience,
        @DefaultValue("11s") Duration answerPatience,
        @DefaultValue("1500") @Positive int mostInFlight,
        @Nullable Pattern trustedProxies,
        @DefaultValue List<String> allowedOrigins) {}
