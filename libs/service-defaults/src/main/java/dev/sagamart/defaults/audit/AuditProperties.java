package dev.sagamart.defaults.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the continuous audit works. It begins a round every {@code sagamart.audit.interval}, 30 s if nothing is said.
 *
 * @param slice the most rows of a check in one round, both of what has changed and of the rotation through all rows
 * @param settling how long a change is left alone, so that no slower transaction with an older id is overlooked
 */
@ConfigurationProperties("sagamart.audit")
record AuditProperties(
        @DefaultValue("2000") int slice, @DefaultValue("1m") Duration settling) {}
