package dev.sagamart.product.feed;

import dev.sagamart.contracts.Topics;
import dev.sagamart.contracts.product.ProductChanged;
import dev.sagamart.messaging.CurrentTrace;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.outbox.Outbox;
import dev.sagamart.product.catalog.ProductRevised;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts every revision of a product into the outbox, in its transaction. */
@Component
class ProductFeed {
    private final Outbox outbox;
    private final CurrentTrace trace;

    ProductFeed(Outbox outbox, CurrentTrace trace) {
        this.outbox = outbox;
        this.trace = trace;
    }

    @EventListener
    void tell(ProductRevised revised) {
        var message = new ProductChanged(
                revised.productId(), revised.name(), revised.price(), revised.version(), revised.revisedAt());
        outbox.add(
                Outgoing.of(Topics.PRODUCT_EVENTS, revised.productId(), message).inTrace(trace.traceparent()));
    }
}
