package dev.sagamart.point.wallet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One change of a balance: what is taken is negative. Written once, never altered. */
@Entity
@Immutable
@Table(name = "ledger")
class LedgerEntry {
    @Id
    private UUID id;

    @Column
    private String userId;

    @Enumerated(EnumType.STRING)
    @SuppressWarnings("UnusedVariable") // for queries and people
    private EntryKind kind;

    @Column
    private long amount;

    @Column
    private long balanceAfter;

    @Column
    private @Nullable UUID orderId;

    @Column
    private Instant at;

    LedgerEntry(
            UUID id,
            String userId,
            EntryKind kind,
            long amount,
            long balanceAfter,
            @Nullable UUID orderId,
            Instant at) {
        this.id = id;
        this.userId = userId;
        this.kind = kind;
        this.amount = amount;
        this.balanceAfter = balanceAfter;
        this.orderId = orderId;
        this.at = at;
    }

    protected LedgerEntry() {}

    UUID id() {
        return id;
    }

    UserId userId() {
        return new UserId(userId);
    }

    long amount() {
        return amount;
    }

    long balanceAfter() {
        return balanceAfter;
    }

    /** The order of a payment or a refund. */
    UUID order() {
        return Objects.requireNonNull(orderId, "a charge has no order");
    }

    Instant at() {
        return at;
    }
}
