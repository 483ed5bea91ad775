package dev.sagamart.order.checkout;

import dev.sagamart.contracts.SagaMessage;
import dev.sagamart.order.ordering.Settlement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the saga makes of an input. */
sealed interface Decision {
    /** The input does not concern the saga any more: a repeated, late or foreign reply. */
    record Ignored() implements Decision {}

    /**
     * The saga goes on.
     *
     * @param commands to be sent
     * @param verdict on the order, if this is the moment it is known
     */
    record Step(
            Cause cause,
            Checkout next,
            List<SagaMessage> commands,
            @Nullable Settlement verdict) implements Decision {}
}
