package dev.sagamart.order.ordering.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sagamart.order.ordering.OrderLine;
import dev.sagamart.order.ordering.OrderStatus;
import dev.sagamart.order.ordering.OrderView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as the client sees it; {@code reason} only if it is rejected. */
record OrderDocument(
        UUID orderId,
        OrderStatus status,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason,
        List<OrderLine> items,
        @Nullable Long subtotal,
        @Nullable Long discount,
        @Nullable Long total,
        @Nullable UUID couponId,
        Instant createdAt,
        @Nullable Instant completedAt) {
    static OrderDocument of(OrderView order) {
        return new OrderDocument(
                order.orderId(),
                order.status(),
                order.reason(),
                order.lines(),
                order.subtotal(),
                order.discount(),
                order.total(),
                order.couponId(),
                order.createdAt(),
                order.status() == OrderStatus.COMPLETED ? order.settledAt() : null);
    }
}
