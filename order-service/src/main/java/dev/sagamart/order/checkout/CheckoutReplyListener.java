package dev.sagamart.order.checkout;

import dev.sagamart.contracts.Topics;
import dev.sagamart.contracts.coupon.CouponRestored;
import dev.sagamart.contracts.coupon.CouponUseRejected;
import dev.sagamart.contracts.coupon.CouponUsed;
import dev.sagamart.contracts.point.DeductPointsRejected;
import dev.sagamart.contracts.point.PointsDeducted;
import dev.sagamart.contracts.point.PointsRefunded;
import dev.sagamart.contracts.product.DeductStockRejected;
import dev.sagamart.contracts.product.StockDeducted;
import dev.sagamart.contracts.product.StockRestored;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.Received;
import dev.sagamart.messaging.WireTypes;
import dev.sagamart.messaging.listening.Subscription;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes the participants' replies, a whole poll at a time. */
@Component
class CheckoutReplyListener implements Subscription {
    private static final WireTypes REPLIES = WireTypes.of(
            CouponUsed.class,
            CouponUseRejected.class,
            CouponRestored.class,
            StockDeducted.class,
            DeductStockRejected.class,
            StockRestored.class,
            PointsDeducted.class,
            DeductPointsRejected.class,
            PointsRefunded.class);

    private final CheckoutCoordinator coordinator;
    private final ReplyPartitions replyPartitions;

    CheckoutReplyListener(CheckoutCoordinator coordinator, ReplyPartitions replyPartitions) {
        this.coordinator = coordinator;
        this.replyPartitions = replyPartitions;
    }

    @Override
    public String topic() {
        return Topics.ORDER_REPLIES;
    }

    @Override
    public String group() {
        return "order-service";
    }

    @Override
    public WireTypes types() {
        return REPLIES;
    }

    @Override
    public List<Outgoing> handle(List<Received> batch) {
        return coordinator.handle(batch);
    }

    @Override
    public void ownedPartitions(Collection<Integer> partitions) {
        replyPartitions.own(partitions);
    }
}
