package dev.sagamart.coupon.issuing;

import dev.sagamart.contracts.Topics;
import dev.sagamart.contracts.coupon.CouponIssued;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.Received;
import dev.sagamart.messaging.WireTypes;
import dev.sagamart.messaging.listening.Subscription;
import dev.sagamart.messaging.listening.UnknownTypes;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Writes issued coupons into the database, a whole poll at once. */
@Component
class IssuedCouponListener implements Subscription {
    static final String GROUP = "coupon-service.issuance";
    private static final WireTypes TYPES = WireTypes.of(CouponIssued.class);

    private final IssuedCoupons coupons;

    IssuedCouponListener(IssuedCoupons coupons) {
        this.coupons = coupons;
    }

    @Override
    public String topic() {
        return Topics.COUPON_EVENTS;
    }

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public WireTypes types() {
        return TYPES;
    }

    @Override
    public UnknownTypes unknownTypes() {
        return UnknownTypes.IGNORE;
    }

    @Override
    public List<Outgoing> handle(List<Received> batch) {
        coupons.add(batch.stream()
                .map(message -> grant((CouponIssued) message.body()))
                .toList());
        return List.of();
    }

    private static Grant grant(CouponIssued event) {
        return new Grant(
                event.campaignId(),
                event.userId(),
                event.couponId(),
                event.position(),
                event.issuedAt(),
                Objects.requireNonNullElse(event.requestKey(), ""));
    }
}
