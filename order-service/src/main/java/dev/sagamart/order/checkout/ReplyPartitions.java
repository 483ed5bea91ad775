package dev.sagamart.order.checkout;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The partitions of the reply topic that this instance reads: a reply sent there wakes the very process that waits. */
@Component
class ReplyPartitions {
    private volatile List<Integer> owned = List.of();

    void own(Collection<Integer> partitions) {
        owned = List.copyOf(partitions);
    }

    /** @return null if this instance owns none at the moment; the order's key decides then */
    @Nullable
    Integer forOrder(UUID orderId) {
        List<Integer> now = owned;
        return now.isEmpty() ? null : now.get(Math.floorMod(orderId.hashCode(), now.size()));
    }
}
