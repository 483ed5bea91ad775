package dev.sagamart.order.ordering;

import dev.sagamart.defaults.requests.RequestKeys;
import dev.sagamart.order.ordering.PlaceOrder.Placed;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes many orders in one transaction, those whose key is new. */
@Component
class PlaceOrders {
    private final EntityManager entities;
    private final RequestKeys requests;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PlaceOrders(EntityManager entities, RequestKeys requests, ApplicationEventPublisher events, Clock clock) {
        this.entities = entities;
        this.requests = requests;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public List<Placed> place(List<Placing> group) {
        Instant now = clock.instant();
        List<Optional<UUID>> earlier =
                requests.tie(group.stream().map(Placing::tie).toList());
        var outcomes = new ArrayList<Placed>(group.size());
        var placed = new ArrayList<OrderPlaced>(group.size());
        for (int index = 0; index < group.size(); index++) {
            Placing placing = group.get(index);
            Optional<UUID> known = earlier.get(index);
            outcomes.add(new Placed(known.orElse(placing.orderId()), known.isEmpty()));
            if (known.isEmpty()) {
                entities.persist(placing.order(now));
                placed.add(placing.placed(now));
            }
        }
        if (!placed.isEmpty()) {
            events.publishEvent(new OrdersPlaced(placed));
        }
        return outcomes;
    }
}
