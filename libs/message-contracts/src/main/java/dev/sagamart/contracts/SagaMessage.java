package dev.sagamart.contracts;

import java.util.UUID;

/** A command or a reply of the order saga; both sides find their record by the order's id. */
public interface SagaMessage {
    UUID orderId();
}
