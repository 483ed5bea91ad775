package dev.sagamart.point.wallet.web;

import dev.sagamart.point.wallet.Points;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** The body of a charge. */
record ChargeRequest(@NotNull @Min(1) @Max(1_000_000) Long amount) {
    Points points() {
        return new Points(amount);
    }
}
