package dev.sagamart.messaging.participant;

import java.util.UUID;

/**
 * A compensation came so late that nobody can tell any more whether there is something to take back. To answer it as if
 * there were nothing would lose it, so it stays open until an operator decides.
 */
final class ForgottenOrder extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ForgottenOrder(UUID orderId) {
        super("order " + orderId
                + " is older than the records: whether it had an effect here is for an operator to say");
    }
}
