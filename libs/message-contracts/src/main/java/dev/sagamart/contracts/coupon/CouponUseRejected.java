package dev.sagamart.contracts.coupon;

import dev.sagamart.contracts.MessageType;
import dev.sagamart.contracts.SagaMessage;
import java.util.UUID;

/** The coupon cannot be redeemed; {@code code} is an error code of the REST contract. */
@MessageType("coupon.use-rejected.v1")
public record CouponUseRejected(UUID orderId, String code, String detail) implements SagaMessage {}
