package dev.sagamart.product.catalog.web;

import dev.sagamart.product.catalog.Quantity;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** Delivered units of a product. */
record RestockRequest(@NotNull @Min(1) @Max(Quantity.MAX) Long quantity) {}
