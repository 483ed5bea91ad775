package dev.sagamart.messaging.deadletters;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the desk.
 *
 * @param mostReplays how often a record may be replayed
 * @param replayable how old a message may be to be replayed; less than services keep the records that tell a repetition
 * @param readingTime the most that one request may read
 * @param replaySize the most that one request may replay, all letters together
 * @param patience age at which a replay counts as left behind by whoever decided it
 */
@ConfigurationProperties("sagamart.dead-letters")
public record DeadLetterProperties(
        @DefaultValue("3") int mostReplays,
        @DefaultValue("7d") Duration replayable,
        @DefaultValue("2s") Duration readingTime,
        @DefaultValue("8MB") DataSize replaySize,
        @DefaultValue("5s") Duration patience) {}
