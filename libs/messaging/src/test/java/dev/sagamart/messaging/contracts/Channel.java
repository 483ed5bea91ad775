package dev.sagamart.messaging.contracts;

import dev.sagamart.contracts.Topics;
import java.util.List;

/** A topic, the field of its messages that is their key, and their types. */
record Channel(String topic, String key, List<String> types) {
    private static final List<Channel> ALL = List.of(
            new Channel(Topics.COUPON_COMMANDS, "couponId", List.of("coupon.use.v1", "coupon.restore.v1")),
            new Channel(
                    Topics.PRODUCT_COMMANDS, "orderId", List.of("product.deduct-stock.v1", "product.restore-stock.v1")),
            new Channel(Topics.POINT_COMMANDS, "userId", List.of("point.deduct.v1", "point.refund.v1")),
            new Channel(
                    Topics.ORDER_REPLIES,
                    "orderId",
                    List.of(
                            "coupon.used.v1",
                            "coupon.use-rejected.v1",
                            "coupon.restored.v1",
                            "product.stock-deducted.v1",
                            "product.deduct-stock-rejected.v1",
                            "product.stock-restored.v1",
                            "point.deducted.v1",
                            "point.deduct-rejected.v1",
                            "point.refunded.v1")),
            new Channel(Topics.ORDER_EVENTS, "orderId", List.of("order.completed.v1", "order.rejected.v1")),
            new Channel(Topics.POINT_EVENTS, "userId", List.of("point.charged.v1")),
            new Channel(Topics.COUPON_EVENTS, "userId", List.of("coupon.issued.v1")),
            new Channel(Topics.PRODUCT_EVENTS, "productId", List.of("product.changed.v1")));

    static List<Channel> all() {
        return ALL;
    }

    boolean isOfCommands() {
        return topic.endsWith(".commands");
    }

    boolean isCompacted() {
        return Topics.compacted().contains(topic);
    }
}
