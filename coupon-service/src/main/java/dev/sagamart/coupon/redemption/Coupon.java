package dev.sagamart.coupon.redemption;

import dev.sagamart.coupon.campaign.Period;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A coupon in its owner's hand; it can be used by one order, which may give it back. */
@Entity
@Table(name = "coupon")
class Coupon {
    @Id
    private UUID id;

    @Column(updatable = false)
    private long campaignId;

    @Column(updatable = false)
    private String userId;

    @Enumerated(EnumType.STRING)
    private CouponStatus status;

    private @Nullable UUID orderId;
    private @Nullable Instant usedAt;

    protected Coupon() {}

    UUID id() {
        return id;
    }

    long campaignId() {
        return campaignId;
    }

    /** Why this user cannot use it now, if so. */
    Optional<UseRefusal> refusal(String user, Period validity, Instant now) {
        if (!userId.equals(user)) {
            return Optional.of(UseRefusal.COUPON_NOT_OWNED);
        }
        if (status == CouponStatus.USED) {
            return Optional.of(UseRefusal.COUPON_ALREADY_USED);
        }
        return validity.contains(now) ? Optional.empty() : Optional.of(UseRefusal.COUPON_NOT_IN_PERIOD);
    }

    void useFor(UUID order, Instant now) {
        if (status == CouponStatus.USED) {
            throw new IllegalStateException("coupon " + id + " is used by order " + orderId + " since " + usedAt);
        }
        status = CouponStatus.USED;
        orderId = order;
        usedAt = now;
    }

    void giveBackFrom(UUID order) {
        if (status != CouponStatus.USED || !Objects.equals(orderId, order)) {
            throw new IllegalStateException("coupon " + id + " is not used by order " + order);
        }
        status = CouponStatus.ISSUED;
        orderId = null;
        usedAt = null;
    }
}
