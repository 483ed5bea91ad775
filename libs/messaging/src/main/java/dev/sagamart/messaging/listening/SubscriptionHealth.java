package dev.sagamart.messaging.listening;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;

/** Down when a consumer has ended or has stopped polling, though the process looks alive. */
final class SubscriptionHealth implements HealthIndicator {
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);
    private final SubscriptionContainers subscriptions;

    SubscriptionHealth(SubscriptionContainers subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public Health health() {
        var health = Health.up();
        for (var container : subscriptions.containers()) {
            boolean polling = container.isRunning() && secondsSincePoll(container) < LONGEST_SILENCE.toSeconds();
            health.withDetail(String.valueOf(container.getBeanName()), polling ? "polling" : "not polling");
            if (!polling) {
                health.down();
            }
        }
        return health.build();
    }

    private static double secondsSincePoll(KafkaMessageListenerContainer<String, byte[]> container) {
        return container.metrics().values().stream()
                .map(Map::entrySet)
                .flatMap(metrics -> metrics.stream())
                .filter(metric -> isLastPoll(metric.getKey()))
                .mapToDouble(metric -> seconds(metric.getValue()))
                .max()
                .orElse(0);
    }

    private static boolean isLastPoll(MetricName name) {
        return name.name().equals("last-poll-seconds-ago");
    }

    private static double seconds(Metric metric) {
        return metric.metricValue() instanceof Number number ? number.doubleValue() : 0;
    }
}
