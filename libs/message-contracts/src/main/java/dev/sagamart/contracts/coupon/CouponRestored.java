package dev.sagamart.contracts.coupon;

import dev.sagamart.contracts.MessageType;
import dev.sagamart.contracts.SagaMessage;
import java.util.UUID;

/** The order no longer holds the coupon and never will. */
@MessageType("coupon.restored.v1")
public record CouponRestored(UUID orderId) implements SagaMessage {}
