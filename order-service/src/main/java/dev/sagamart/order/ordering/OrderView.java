package dev.sagamart.order.ordering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as others see it; amounts in points, null until the verdict. */
public record OrderView(
        UUID orderId,
        OrderStatus status,
        List<OrderLine> lines,
        @Nullable Long subtotal,
        @Nullable Long discount,
        @Nullable Long total,
        @Nullable UUID couponId,
        @Nullable String reason,
        Instant createdAt,
        @Nullable Instant settledAt) {
    public boolean isSettled() {
        return status != OrderStatus.PENDING;
    }
}
