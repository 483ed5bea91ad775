package dev.sagamart.order.ordering.web;

import dev.sagamart.defaults.document.Refuses;
import dev.sagamart.defaults.problem.Problem;
import dev.sagamart.defaults.requests.RequestKey;
import dev.sagamart.defaults.security.Caller;
import dev.sagamart.defaults.web.Page;
import dev.sagamart.defaults.web.PageQuery;
import dev.sagamart.messaging.Uuid7;
import dev.sagamart.order.ordering.FindOrders;
import dev.sagamart.order.ordering.OrderView;
import dev.sagamart.order.ordering.PlaceOrder;
import dev.sagamart.order.ordering.PlaceOrder.Placed;
import dev.sagamart.order.ordering.Verdicts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders: placed with an answer at once, looked up, listed. */
@RestController
@RequestMapping("/v1/orders")
class OrderController {
    private final PlaceOrder placeOrder;
    private final FindOrders findOrders;
    private final Verdicts verdicts;
    private final RejectionProblems rejections;
    private final OrderingProperties properties;

    OrderController(
            PlaceOrder placeOrder,
            FindOrders findOrders,
            Verdicts verdicts,
            RejectionProblems rejections,
            OrderingProperties properties) {
        this.placeOrder = placeOrder;
        this.findOrders = findOrders;
        this.verdicts = verdicts;
        this.rejections = rejections;
        this.properties = properties;
    }

    @PostMapping
    @Operation(summary = "Order products")
    @ApiResponse(
            responseCode = "201",
            headers = @Header(name = "Location"),
            content = @Content(schema = @Schema(implementation = OrderDocument.class)))
    @ApiResponse(
            responseCode = "202",
            headers = {@Header(name = "Location"), @Header(name = "Retry-After")},
            content = @Content(schema = @Schema(implementation = PendingDocument.class)))
    @Refuses(
            status = 400,
            with = "orderId",
            codes = {
                "COUPON_NOT_FOUND",
                "COUPON_NOT_OWNED",
                "COUPON_NOT_IN_PERIOD",
                "COUPON_ALREADY_USED",
                "PRODUCT_NOT_FOUND",
                "OUT_OF_STOCK",
                "INSUFFICIENT_POINTS",
                "ORDER_TIMED_OUT",
                "ORDER_CANCELLED"
            })
    ResponseEntity<?> place(RequestKey key, @Valid @RequestBody PlaceOrderRequest request) {
        UUID orderId = Uuid7.next();
        try (Verdicts.Awaiting awaiting = verdicts.awaiting(orderId)) {
            Placed placed = placeOrder.place(key, orderId, request.toCommand());
            return answer(
                    placed.isNew()
                            ? awaiting.await(properties.verdictWait())
                            : verdicts.join(placed.orderId(), properties.verdictWait()));
        }
    }

    private ResponseEntity<?> answer(OrderView order) {
        URI location = URI.create("/v1/orders/" + order.orderId());
        return switch (order.status()) {
            case COMPLETED -> ResponseEntity.created(location).body(OrderDocument.of(order));
            case REJECTED -> rejections.answer(order);
            case PENDING ->
                ResponseEntity.accepted()
                        .location(location)
                        .header(HttpHeaders.RETRY_AFTER, "1")
                        .body(new PendingDocument(order.orderId(), order.status()));
        };
    }

    @GetMapping("/{orderId}")
    @Operation(summary = "One of your orders")
    @Refuses(status = 404, codes = "ORDER_NOT_FOUND")
    OrderDocument get(Caller caller, @PathVariable UUID orderId) {
        return findOrders
                .of(caller.userId(), orderId)
                .map(OrderDocument::of)
                .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "ORDER_NOT_FOUND", "There is no such order.")
                        .asException());
    }

    @GetMapping
    @Operation(summary = "Your orders, newest first")
    Page<OrderDocument> list(Caller caller, PageQuery page) {
        return findOrders.newest(caller.userId(), page).map(OrderDocument::of);
    }
}
