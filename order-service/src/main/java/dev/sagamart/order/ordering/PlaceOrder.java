package dev.sagamart.order.ordering;

import dev.sagamart.defaults.grouping.GroupCommit;
import dev.sagamart.defaults.requests.RequestKey;
import dev.sagamart.messaging.CurrentTrace;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes an order, once per request key, in one transaction with those that come at the same time. */
@Component
public class PlaceOrder {
    /** What is ordered: 1..20 lines of distinct products, and perhaps a coupon. */
    public record Command(List<OrderLine> lines, @Nullable UUID couponId) {}

    /** The order of this request; {@code isNew} is false if an earlier request with the same key placed it. */
    public record Placed(UUID orderId, boolean isNew) {}

    private final GroupCommit<Placing, Placed> commits;
    private final CurrentTrace trace;

    PlaceOrder(PlaceOrders placeOrders, CurrentTrace trace) {
        this.commits = new GroupCommit<>(placeOrders::place);
        this.trace = trace;
    }

    /** @param orderId the id of the order if this is the first request with its key */
    public Placed place(RequestKey key, UUID orderId, Command command) {
        return commits.join(new Placing(key, orderId, command, trace.traceparent()));
    }
}
