package dev.sagamart.coupon.redemption;

import dev.sagamart.coupon.issuing.IssuanceProgress;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Locks coupons; one that was only just issued may still be on its way into the database, and is waited for. */
@Component
class CouponsAtHand {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Coupons coupons;
    private final IssuanceProgress issuance;

    CouponsAtHand(Coupons coupons, IssuanceProgress issuance) {
        this.coupons = coupons;
        this.issuance = issuance;
    }

    /**
     * Locks those of these coupons that exist.
     *
     * @throws IssuanceLags if that cannot be told of all of them: unknown is not absent
     */
    Map<UUID, Coupon> lock(Set<UUID> ids) {
        var found = new HashMap<UUID, Coupon>();
        lockInto(found, ids);
        var unknown = new HashSet<>(ids);
        unknown.removeAll(found.keySet());
        if (!unknown.isEmpty()) {
            if (!issuance.awaitCaughtUp(PATIENCE)) {
                throw new IssuanceLags();
            }
            lockInto(found, unknown);
        }
        return found;
    }

    private void lockInto(Map<UUID, Coupon> found, Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            coupons.lockAll(ids).forEach(coupon -> found.put(coupon.id(), coupon));
        }
    }
}
