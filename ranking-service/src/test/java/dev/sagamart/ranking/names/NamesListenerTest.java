package dev.sagamart.ranking.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.contracts.Topics;
import dev.sagamart.contracts.product.ProductChanged;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.Publisher;
import dev.sagamart.messaging.Received;
import dev.sagamart.ranking.CleanTables;
import dev.sagamart.testsupport.infrastructure.ServiceTest;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest(database = "ranking")
class NamesListenerTest {
    @Autowired
    NamesListener listener;

    @Autowired
    ProductNames names;

    @Autowired
    Publisher publisher;

    @BeforeEach
    void clean() throws Exception {
        CleanTables.clean();
    }

    @Test
    void a_name_is_learned_from_its_event() {
        publisher.publishAll(List.of(Outgoing.of(Topics.PRODUCT_EVENTS, 7L, named(7, "녹차", 1))));

        await().untilAsserted(() -> assertThat(names.of(List.of(7L))).containsEntry(7L, "녹차"));
    }

    @Test
    void the_highest_version_counts_in_whatever_order_they_come() {
        handle(named(7, "Tea", 2), named(7, "Te", 1), named(8, "Cup", 1));
        handle(named(7, "T", 1), named(8, "Mug", 2), named(8, "Mugg", 2));

        assertThat(names.of(List.of(7L, 8L))).containsEntry(7L, "Tea").containsEntry(8L, "Mug");
    }

    @Test
    void an_unknown_product_is_called_by_its_id() {
        assertThat(names.of(List.of(7L))).containsEntry(7L, "Product 7");
    }

    private void handle(ProductChanged... events) {
        listener.handle(Stream.of(events)
                .map(event -> new Received("id", event, null, 0, 0, null, null))
                .toList());
    }

    private static ProductChanged named(long product, String name, long version) {
        return new ProductChanged(product, name, 1, version, Instant.EPOCH);
    }
}
