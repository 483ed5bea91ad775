package dev.sagamart.defaults.retention;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long rows are kept.
 *
 * @param tables the rules by table; a table that the service does not have is passed over
 * @param batchSize the most rows of one transaction
 */
@ConfigurationProperties("sagamart.retention")
record RetentionProperties(
        @DefaultValue Map<String, Rule> tables,
        @DefaultValue("1000") int batchSize) {
    /**
     * A table's rule.
     *
     * @param column the time that counts
     * @param keep the age from which a row may go
     * @param onlyIf a further SQL condition, such as that the row is finished
     */
    record Rule(String column, Duration keep, @Nullable String onlyIf) {}
}
