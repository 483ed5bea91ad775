package dev.sagamart.ranking.sales;

import dev.sagamart.contracts.Topics;
import dev.sagamart.contracts.order.OrderCompleted;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.Received;
import dev.sagamart.messaging.WireTypes;
import dev.sagamart.messaging.listening.Subscription;
import dev.sagamart.messaging.listening.UnknownTypes;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Takes completed orders; how far it has read is stored with what it has counted. */
@Component
class SalesListener implements Subscription {
    static final WireTypes TYPES = WireTypes.of(OrderCompleted.class);

    private final CountSales countSales;
    private final ConsumedOffsets offsets;

    SalesListener(CountSales countSales, ConsumedOffsets offsets) {
        this.countSales = countSales;
        this.offsets = offsets;
    }

    @Override
    public String topic() {
        return Topics.ORDER_EVENTS;
    }

    @Override
    public String group() {
        return "ranking-service-sales";
    }

    @Override
    public WireTypes types() {
        return TYPES;
    }

    @Override
    public UnknownTypes unknownTypes() {
        return UnknownTypes.IGNORE;
    }

    @Override
    public List<Outgoing> handle(List<Received> batch) {
        countSales.count(batch.stream().map(SalesListener::sale).toList());
        var places = new HashMap<Integer, Reached>();
        batch.forEach(message -> places.merge(message.partition(), place(message), Reached::farther));
        offsets.advance(topic(), places);
        return List.of();
    }

    private static Reached place(Received message) {
        return new Reached(message.offset() + 1, ((OrderCompleted) message.body()).completedAt());
    }

    static Sale sale(Received message) {
        var order = (OrderCompleted) message.body();
        List<SoldUnits> units = order.lines().stream()
                .map(line -> new SoldUnits(line.productId(), line.quantity()))
                .toList();
        return new Sale(order.orderId(), order.completedAt(), units);
    }

    /** What is no completed order, or cannot be one, is behind us, too. */
    @Override
    public void passed(Map<Integer, Long> next) {
        var places = new HashMap<Integer, Reached>();
        next.forEach((partition, offset) -> places.put(partition, new Reached(offset, null)));
        offsets.advance(topic(), places);
    }

    @Override
    public Map<Integer, Long> startOffsets(Collection<Integer> partitions) {
        return offsets.next(topic(), partitions);
    }
}
