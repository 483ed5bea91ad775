package dev.sagamart.product.catalog.web;

import dev.sagamart.product.catalog.Price;
import dev.sagamart.product.catalog.ProductName;
import dev.sagamart.product.catalog.Quantity;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A new product: its name, its price in points and the units to start with. */
record AddProductRequest(
        @NotNull
        @Size(min = 1, max = ProductName.MAX_LENGTH)
        @Pattern(regexp = ProductName.FORM, message = Messages.NAME)
        String name,

        @NotNull @Min(1) @Max(Price.MAX) Long price,
        @NotNull @Min(0) @Max(Quantity.MAX) Long stock) {}
