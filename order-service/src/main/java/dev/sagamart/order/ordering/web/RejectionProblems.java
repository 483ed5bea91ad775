package dev.sagamart.order.ordering.web;

import dev.sagamart.defaults.problem.Problem;
import dev.sagamart.defaults.problem.ProblemDocuments;
import dev.sagamart.order.ordering.OrderView;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** A refused order as a problem document, with the order's id. */
@Component
class RejectionProblems {
    private static final Map<String, String> DETAILS = Map.of(
            "COUPON_NOT_FOUND", "There is no such coupon.",
            "COUPON_NOT_OWNED", "The coupon belongs to another user.",
            "COUPON_NOT_IN_PERIOD", "The coupon is not valid at this time.",
            "COUPON_ALREADY_USED", "The coupon has been used.",
            "PRODUCT_NOT_FOUND", "A product of the order does not exist.",
            "OUT_OF_STOCK", "There is not enough of a product in stock.",
            "INSUFFICIENT_POINTS", "There are not enough points to pay for the order.",
            "ORDER_TIMED_OUT", "The order could not be carried out in time.",
            "ORDER_CANCELLED", "The order was called off by the shop.");

    private final ProblemDocuments documents;

    RejectionProblems(ProblemDocuments documents) {
        this.documents = documents;
    }

    ResponseEntity<?> answer(OrderView order) {
        String reason = Objects.requireNonNull(order.reason());
        String detail = DETAILS.getOrDefault(reason, "The order was refused.");
        return documents.answer(
                Problem.of(HttpStatus.BAD_REQUEST, reason, detail).with("orderId", order.orderId()));
    }
}
