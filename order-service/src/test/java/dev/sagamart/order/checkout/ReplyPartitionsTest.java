package dev.sagamart.order.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReplyPartitionsTest {
    private final ReplyPartitions partitions = new ReplyPartitions();

    @Test
    void replies_are_asked_for_where_this_instance_reads_at_the_moment() {
        partitions.own(List.of(0, 2, 4));
        partitions.own(List.of(1, 5));

        for (int order = 0; order < 100; order++) {
            assertThat(partitions.forOrder(UUID.randomUUID())).isIn(1, 5);
        }
    }

    @Test
    void an_instance_that_reads_nothing_leaves_the_choice_to_the_key() {
        assertThat(partitions.forOrder(UUID.randomUUID())).isNull();

        partitions.own(List.of(3));
        partitions.own(List.of());

        assertThat(partitions.forOrder(UUID.randomUUID())).isNull();
    }
}
