package dev.sagamart.coupon.campaign.web;

import dev.sagamart.coupon.campaign.DiscountType;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** The discount that an admin asks for. */
record DiscountRequest(
        @NotNull DiscountType type,
        @NotNull @Min(1) @Max(1_000_000_000) Long value,
        @Min(1) @Nullable Long maxAmount) {}
