package dev.sagamart.order.ordering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order was taken. */
public record OrderPlaced(
        UUID orderId,
        String userId,
        List<OrderLine> lines,
        @Nullable UUID couponId,
        Instant placedAt,
        @Nullable String traceparent) {}
