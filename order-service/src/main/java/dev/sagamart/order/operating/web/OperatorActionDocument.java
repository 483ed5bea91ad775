package dev.sagamart.order.operating.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sagamart.order.checkout.Steering;
import dev.sagamart.order.operating.OperatorAction;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry of the operators' book as an admin sees it. */
record OperatorActionDocument(
        UUID actionId,
        UUID orderId,
        OperatorAction.Kind action,
        String by,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason,
        Steering outcome,
        Instant at) {
    static OperatorActionDocument of(OperatorAction it) {
        return new OperatorActionDocument(
                it.actionId(), it.orderId(), it.action(), it.operator(), it.reason(), it.outcome(), it.at());
    }
}
