package dev.sagamart.point.wallet;

import dev.sagamart.messaging.Uuid7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user's points. Every change of the balance is handed out as the ledger entry that explains it. */
@Entity
class Wallet {
    /** What a charge may fill a wallet up to; a refund may go beyond. */
    static final long LIMIT = 100_000_000;

    @Id
    private String userId;

    @Column
    private long balance;

    Wallet(UserId user) {
        this.userId = user.value();
    }

    protected Wallet() {}

    UserId userId() {
        return new UserId(userId);
    }

    long balance() {
        return balance;
    }

    boolean hasRoomFor(Points points) {
        return points.value() <= LIMIT - balance;
    }

    boolean holds(Points points) {
        return points.value() <= balance;
    }

    LedgerEntry charge(Points points, Instant at) {
        if (!hasRoomFor(points)) {
            throw new IllegalStateException("a charge beyond the limit of a wallet");
        }
        return change(EntryKind.CHARGE, points.value(), null, at);
    }

    LedgerEntry pay(Points price, UUID orderId, Instant at) {
        if (!holds(price)) {
            throw new IllegalStateException("a payment beyond the balance of a wallet");
        }
        return change(EntryKind.ORDER, -price.value(), orderId, at);
    }

    LedgerEntry refund(Points price, UUID orderId, Instant at) {
        return change(EntryKind.REFUND, price.value(), orderId, at);
    }

    private LedgerEntry change(EntryKind kind, long amount, @Nullable UUID orderId, Instant at) {
        balance = Math.addExact(balance, amount);
        return new LedgerEntry(Uuid7.next(), userId, kind, amount, balance, orderId, at);
    }
}
