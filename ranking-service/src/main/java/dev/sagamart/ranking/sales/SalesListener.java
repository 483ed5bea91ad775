package dev.sagamart.ranking.sales;

import dev.sagamart.contracts.Topics;
import dev.sagamart.contracts.order.OrderCompleted;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.Received;
import dev.sagamart.messaging.WireTypes;
import dev.sagamart.messaging.listening.Subscription;
import dev.sagamart.messaging.listening.UnknownTypes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Takes completed orders; how far it has read is stored with what it has counted. */
@Component
class SalesListener implements Subscription {
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
        return WireTypes.of(OrderCompleted.class);
    }

    @Override
    public UnknownTypes unknownTypes() {
        return UnknownTypes.IGNORE;
    }

    @Override
    public List<Outgoing> handle(List<Received> batch) {
        countSales.count(batch.stream()
                .map(message -> sale((OrderCompleted) message.body()))
                .toList());
        offsets.advance(topic(), batch);
        return List.of();
    }

    private static Sale sale(OrderCompleted order) {
        List<SoldUnits> units = order.lines().stream()
                .map(line -> new SoldUnits(line.productId(), line.quantity()))
                .toList();
        return new Sale(order.orderId(), order.completedAt(), units);
    }

    @Override
    public Map<Integer, Long> startOffsets(Collection<Integer> partitions) {
        return offsets.next(topic(), partitions);
    }
}
