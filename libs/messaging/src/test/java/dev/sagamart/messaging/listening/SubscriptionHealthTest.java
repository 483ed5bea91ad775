package dev.sagamart.messaging.listening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.messaging.Noted;
import dev.sagamart.messaging.TestTopic;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

class SubscriptionHealthTest extends ListeningTest {
    @Autowired
    HealthIndicator subscriptionsHealthIndicator;

    @Test
    void a_service_is_up_while_its_consumers_poll() throws Exception {
        soon().untilAsserted(() ->
                assertThat(subscriptionsHealthIndicator.health().getStatus()).isEqualTo(Status.UP));
        assertThat(subscriptionsHealthIndicator.health().getDetails())
                .containsEntry("guestbook.order.events", "polling");
    }

    @Test
    void a_consumer_that_is_stopped_makes_it_unhealthy() throws Exception {
        var topic = TestTopic.withPartitions(1);
        SubscriptionContainers containers = listen(inbox(topic));
        var health = new SubscriptionHealth(containers);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        containers.stop();

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void a_consumer_that_an_error_has_ended_makes_it_unhealthy() throws Exception {
        var topic = TestTopic.withPartitions(1);
        var inbox = inbox(topic);
        inbox.reading = note -> {
            throw new OutOfMemoryError("for the test");
        };
        SubscriptionContainers containers = listen(inbox);
        var health = new SubscriptionHealth(containers);

        topic.send(0, Noted.of("fatal"));

        soon().untilAsserted(() -> assertThat(health.health().getStatus()).isEqualTo(Status.DOWN));
        assertThat(topic.deadLetters()).isEmpty();
    }
}
