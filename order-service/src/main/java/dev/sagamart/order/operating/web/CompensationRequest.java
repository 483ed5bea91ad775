package dev.sagamart.order.operating.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The body of {@code POST /v1/sagas/{orderId}/compensations}.
 *
 * @param reason one line for the book, with at least one letter or digit
 */
record CompensationRequest(
        @NotNull
        @Size(max = 500)
        @Pattern(regexp = "\\P{Cntrl}*[\\p{L}\\p{N}]\\P{Cntrl}*", message = "must be a line of text")
        String reason) {}
