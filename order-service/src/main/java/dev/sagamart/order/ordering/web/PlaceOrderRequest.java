package dev.sagamart.order.ordering.web;

import dev.sagamart.order.ordering.OrderLine;
import dev.sagamart.order.ordering.PlaceOrder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/orders}. */
record PlaceOrderRequest(
        @NotNull @Size(min = 1, max = 20) List<@Valid @NotNull Item> items,
        @Nullable UUID couponId) {

    record Item(
            @NotNull @Min(1) Long productId,
            @NotNull @Min(1) @Max(OrderLine.MAX_QUANTITY) Integer quantity) {}

    @AssertTrue(message = "must name each product once")
    boolean isItemsDistinct() {
        if (items == null) {
            return true;
        }
        List<Long> products =
                items.stream().filter(Objects::nonNull).map(Item::productId).toList();
        return products.stream().distinct().count() == products.size();
    }

    PlaceOrder.Command toCommand() {
        return new PlaceOrder.Command(
                items.stream()
                        .map(item -> new OrderLine(item.productId(), item.quantity(), null))
                        .toList(),
                couponId);
    }
}
