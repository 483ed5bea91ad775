package dev.sagamart.contracts.coupon;

import dev.sagamart.contracts.MessageType;
import dev.sagamart.contracts.SagaMessage;
import java.util.UUID;

/** Asks to redeem a user's coupon for an order. */
@MessageType("coupon.use.v1")
public record UseCoupon(UUID orderId, String userId, UUID couponId) implements SagaMessage {}
