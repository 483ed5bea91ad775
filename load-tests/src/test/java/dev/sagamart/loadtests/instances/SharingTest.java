package dev.sagamart.loadtests.instances;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SharingTest {
    private final Sharing sharing = new Sharing("order-service", "order.replies", List.of(4, 2));

    @Test
    void tells_the_partitions_of_each_member() {
        assertThat(sharing.line()).isEqualTo("| order-service | order.replies | 2 | 4, 2 |");
    }

    @Test
    void an_instance_without_a_partition_is_told() {
        assertThat(sharing.error(2)).isEmpty();
        assertThat(sharing.error(3)).hasValue("order-service reads order.replies with 2 members of 3 instances");
    }
}
