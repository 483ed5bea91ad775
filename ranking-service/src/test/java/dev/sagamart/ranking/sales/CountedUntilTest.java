package dev.sagamart.ranking.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.contracts.Topics;
import dev.sagamart.contracts.order.OrderCompleted;
import dev.sagamart.contracts.order.OrderRejected;
import dev.sagamart.contracts.order.SoldLine;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.Publisher;
import dev.sagamart.messaging.Uuid7;
import dev.sagamart.testsupport.infrastructure.Infrastructure;
import dev.sagamart.testsupport.infrastructure.ServiceTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest(database = "ranking")
class CountedUntilTest {
    @Autowired
    CountedUntil countedUntil;

    @Autowired
    ConsumedOffsets offsets;

    @Autowired
    Publisher publisher;

    @Test
    void when_the_topic_is_counted_to_its_end_all_up_to_now_is_counted() {
        publish(completed());

        awaitComplete();
    }

    @Test
    void what_does_not_count_keeps_nobody_waiting() {
        publish(completed());
        UUID rejected = Uuid7.next();
        publish(new OrderRejected(rejected, "u1", "OUT_OF_STOCK", now()));

        awaitComplete();
    }

    @Test
    void while_the_counting_is_behind_nothing_is_claimed_that_is_not_counted() throws Exception {
        publish(completed());
        Instant before = awaitComplete();

        try (var connection = Infrastructure.connect("ranking");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table counted_order in share row exclusive mode");
            publish(completed());

            assertThat(countedUntil.moment(now())).contains(before);
        }

        awaitComplete();
    }

    @Test
    void while_the_broker_does_not_answer_no_more_is_claimed_than_before() {
        publish(completed());
        Instant before = awaitComplete();

        try (Admin nobody = Admin.create(
                Map.of("bootstrap.servers", "127.0.0.1:1", "request.timeout.ms", 300, "default.api.timeout.ms", 500))) {
            var inTheDark = new CountedUntil(new SalesTopic(nobody), offsets);

            assertThat(inTheDark.moment(now()).orElseThrow()).isBeforeOrEqualTo(before);
            assertThat(inTheDark.moment(Instant.EPOCH)).contains(Instant.EPOCH);
        }
    }

    private Instant awaitComplete() {
        return await().until(
                        () -> {
                            Instant now = now();
                            return countedUntil.moment(now).filter(now::equals);
                        },
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private OrderCompleted completed() {
        Instant longAgo = now().minus(Duration.ofHours(1));
        return new OrderCompleted(Uuid7.next(), "u1", List.of(new SoldLine(1, 1, 500)), 500, longAgo);
    }

    private void publish(Object event) {
        publisher.publishAll(List.of(new Outgoing(Uuid7.next(), Topics.ORDER_EVENTS, "key", 0, event, null, null)));
    }

    private static Instant now() {
        return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
