package dev.sagamart.order.checkout;

import dev.sagamart.contracts.SagaMessage;
import dev.sagamart.contracts.Topics;
import dev.sagamart.contracts.coupon.RestoreCoupon;
import dev.sagamart.contracts.coupon.UseCoupon;
import dev.sagamart.contracts.order.OrderCompleted;
import dev.sagamart.contracts.order.OrderRejected;
import dev.sagamart.contracts.order.SoldLine;
import dev.sagamart.contracts.point.DeductPoints;
import dev.sagamart.contracts.point.RefundPoints;
import dev.sagamart.contracts.product.DeductStock;
import dev.sagamart.contracts.product.RestoreStock;
import dev.sagamart.messaging.Outgoing;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Addresses what a saga has to say: commands to the participants, and the event that it has ended. */
@Component
class CheckoutMessagesFeed {
    private final ReplyPartitions replyPartitions;

    CheckoutMessagesFeed(ReplyPartitions replyPartitions) {
        this.replyPartitions = replyPartitions;
    }

    /** All that the saga's present state says; saying it again does no harm. */
    List<Outgoing> messages(CheckoutRow row) {
        return row.checkout().state().isEnd()
                ? List.of(ended(row.checkout(), row.updatedAt()))
                : commands(row.checkout(), CheckoutCommands.outstanding(row.checkout()));
    }

    List<Outgoing> commands(Checkout checkout, List<SagaMessage> commands) {
        return commands.stream().map(command -> address(checkout, command)).toList();
    }

    private Outgoing address(Checkout checkout, SagaMessage command) {
        Outgoing message = switch (command) {
            case UseCoupon use -> Outgoing.of(Topics.COUPON_COMMANDS, use.couponId(), use);
            case RestoreCoupon restore -> Outgoing.of(Topics.COUPON_COMMANDS, restore.couponId(), restore);
            case DeductStock deduct -> Outgoing.of(Topics.PRODUCT_COMMANDS, deduct.orderId(), deduct);
            case RestoreStock restore -> Outgoing.of(Topics.PRODUCT_COMMANDS, restore.orderId(), restore);
            case DeductPoints deduct -> Outgoing.of(Topics.POINT_COMMANDS, deduct.userId(), deduct);
            case RefundPoints refund -> Outgoing.of(Topics.POINT_COMMANDS, refund.userId(), refund);
            default -> throw new IllegalArgumentException("not a command of the saga: " + command);
        };
        return message.withReplyPartition(replyPartitions.forOrder(checkout.orderId()))
                .inTrace(checkout.traceparent());
    }

    /** The order's own id is the event's id: whoever gets it twice can tell. */
    private static Outgoing ended(Checkout it, Instant at) {
        Object event = it.state() == CheckoutState.COMPLETED
                ? new OrderCompleted(it.orderId(), it.userId(), soldLines(it), it.total(), at)
                : new OrderRejected(it.orderId(), it.userId(), Objects.requireNonNull(it.reason()), at);
        String key = it.orderId().toString();
        return new Outgoing(it.orderId(), Topics.ORDER_EVENTS, key, null, event, null, it.traceparent());
    }

    private static List<SoldLine> soldLines(Checkout it) {
        return it.lines().stream()
                .map(line -> new SoldLine(line.productId(), line.quantity(), Objects.requireNonNull(line.unitPrice())))
                .toList();
    }
}
