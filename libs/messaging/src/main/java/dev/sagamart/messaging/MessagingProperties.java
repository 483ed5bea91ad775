package dev.sagamart.messaging;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the messaging library.
 *
 * @param instanceId a name of this instance that survives its restarts; with one, a restarted consumer takes its
 *     partitions up again at once instead of waiting for the old session to end
 * @param acknowledgementTimeout how long a batch waits for the broker before it is tried again
 * @param outboxPatience age at which an outbox row counts as left behind
 * @param batchSize the most messages of one poll, and so of one transaction
 */
@ConfigurationProperties("sagamart.messaging")
public record MessagingProperties(
        @Nullable String instanceId,
        @DefaultValue("12s") Duration acknowledgementTimeout,
        @DefaultValue("5s") Duration outboxPatience,
        @DefaultValue("500") int batchSize) {}
