package dev.sagamart.contracts.coupon;

import dev.sagamart.contracts.MessageType;
import dev.sagamart.contracts.SagaMessage;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The coupon is redeemed; tells the terms from which the order computes its discount. {@code discountType} is {@code FIXED} (value in points) or {@code PERCENT} (value 1..100); {@code maxDiscount} caps it, in points. */
@MessageType("coupon.used.v1")
public record CouponUsed(
        UUID orderId,
        UUID couponId,
        String discountType,
        long discountValue,
        @Nullable Long maxDiscount) implements SagaMessage {}
