package dev.sagamart.contracts.coupon;

import dev.sagamart.contracts.MessageType;
import dev.sagamart.contracts.SagaMessage;
import java.util.UUID;

/** Takes back the redemption of an order, whether or not it happened. */
@MessageType("coupon.restore.v1")
public record RestoreCoupon(UUID orderId, String userId, UUID couponId) implements SagaMessage {}
