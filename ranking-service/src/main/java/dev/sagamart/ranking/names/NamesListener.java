package dev.sagamart.ranking.names;

import dev.sagamart.contracts.Topics;
import dev.sagamart.contracts.product.ProductChanged;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.Received;
import dev.sagamart.messaging.WireTypes;
import dev.sagamart.messaging.listening.Subscription;
import dev.sagamart.messaging.listening.UnknownTypes;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes the names of new and renamed products. */
@Component
class NamesListener implements Subscription {
    private final ProductNames names;

    NamesListener(ProductNames names) {
        this.names = names;
    }

    @Override
    public String topic() {
        return Topics.PRODUCT_EVENTS;
    }

    @Override
    public String group() {
        return "ranking-service-names";
    }

    @Override
    public WireTypes types() {
        return WireTypes.of(ProductChanged.class);
    }

    @Override
    public UnknownTypes unknownTypes() {
        return UnknownTypes.IGNORE;
    }

    @Override
    public List<Outgoing> handle(List<Received> batch) {
        names.learn(batch.stream()
                .map(message -> (ProductChanged) message.body())
                .map(product -> new ProductName(product.productId(), product.name(), product.version()))
                .toList());
        return List.of();
    }
}
