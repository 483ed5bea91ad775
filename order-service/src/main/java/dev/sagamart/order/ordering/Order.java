package dev.sagamart.order.ordering;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An order: pending from its placing until the one verdict that settles it. */
@Entity
@Table(name = "orders")
class Order {
    @Id
    private UUID id;

    @Column(updatable = false)
    private String userId;

    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column
    private List<OrderLine> lines;

    @Column(updatable = false)
    private @Nullable UUID couponId;

    private @Nullable Long subtotal;
    private @Nullable Long discount;
    private @Nullable Long total;
    private @Nullable String reason;

    @Column(updatable = false)
    private Instant createdAt;

    private @Nullable Instant settledAt;

    @Version
    private @Nullable Integer version;

    /** For Hibernate. */
    protected Order() {}

    Order(UUID id, String userId, List<OrderLine> lines, @Nullable UUID couponId, Instant now) {
        this.id = id;
        this.userId = userId;
        this.lines = List.copyOf(lines);
        this.couponId = couponId;
        this.status = OrderStatus.PENDING;
        this.createdAt = now;
    }

    OrderView view() {
        return new OrderView(id, status, lines, subtotal, discount, total, couponId, reason, createdAt, settledAt);
    }
}
