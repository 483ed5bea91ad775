package dev.sagamart.messaging.listening;

import static org.awaitility.Awaitility.await;

import dev.sagamart.messaging.MessageCodec;
import dev.sagamart.messaging.MessagingTest;
import dev.sagamart.messaging.Publisher;
import dev.sagamart.messaging.TestTopic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.test.simple.SimpleTracer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A test that lets subscriptions listen to topics of its own. */
public abstract class ListeningTest extends MessagingTest {
    private static final RetryPolicy IMPATIENT =
            new RetryPolicy(3, Duration.ofMillis(5), Duration.ofSeconds(20), Duration.ofMillis(100));

    @Autowired
    private ConsumerFactory<String, byte[]> consumers;

    @Autowired
    protected MessageCodec codec;

    @Autowired
    protected PlatformTransactionManager transactions;

    @Autowired
    protected Publisher publisher;

    private final List<SubscriptionContainers> listening = new ArrayList<>();
    protected final SimpleTracer tracer = new SimpleTracer();
    protected final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    protected Inbox inbox(TestTopic topic) {
        return new Inbox(topic, jdbc);
    }

    protected SubscriptionContainers listen(Subscription subscription) {
        return listen(subscription, publisher);
    }

    protected SubscriptionContainers listen(Subscription subscription, Publisher itsPublisher) {
        var tools = new ListenerTools(
                codec,
                new TransactionTemplate(transactions),
                itsPublisher,
                meters,
                tracer,
                IMPATIENT,
                Clock.systemUTC());
        var containers = new SubscriptionContainers(List.of(subscription), consumers, tools);
        listening.add(containers);
        containers.start();
        return containers;
    }

    @AfterEach
    void stopListening() {
        listening.forEach(SubscriptionContainers::stop);
    }

    protected double count(String metric) {
        return meters.get(metric).counter().count();
    }

    protected static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions();
    }
}
