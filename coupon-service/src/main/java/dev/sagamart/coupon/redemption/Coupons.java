package dev.sagamart.coupon.redemption;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The coupons, to be used. */
interface Coupons extends Repository<Coupon, UUID> {
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select coupon from Coupon coupon where coupon.id in :ids order by coupon.id")
    List<Coupon> lockAll(Collection<UUID> ids);
}
