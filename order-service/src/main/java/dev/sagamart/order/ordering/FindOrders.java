package dev.sagamart.order.ordering;

import dev.sagamart.defaults.web.Page;
import dev.sagamart.defaults.web.PageQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks orders up; another user's order does not exist. */
@Component
@Transactional(readOnly = true)
public class FindOrders {
    private final Orders orders;

    FindOrders(Orders orders) {
        this.orders = orders;
    }

    OrderView get(UUID orderId) {
        return orders.findById(orderId).orElseThrow().view();
    }

    public Optional<OrderView> of(String userId, UUID orderId) {
        return orders.findByIdAndUserId(orderId, userId).map(Order::view);
    }

    /** For those who may see everybody's. */
    public Optional<OrderView> ofAnybody(UUID orderId) {
        return orders.findById(orderId).map(Order::view);
    }

    public Page<OrderView> newest(String userId, PageQuery page) {
        Limit limit = Limit.of(page.rows());
        List<Order> found = page.after(UUID::fromString)
                .map(after -> orders.newestAfter(userId, after, limit))
                .orElseGet(() -> orders.newest(userId, limit));
        return Page.of(found.stream().map(Order::view).toList(), page, OrderView::orderId);
    }
}
