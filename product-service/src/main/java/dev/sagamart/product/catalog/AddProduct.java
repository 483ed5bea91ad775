package dev.sagamart.product.catalog;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a new product on sale. */
@Component
public class AddProduct {
    private final Products products;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AddProduct(Products products, ApplicationEventPublisher events, Clock clock) {
        this.products = products;
        this.events = events;
        this.clock = clock;
    }

    /** @param stock units to start with, from 0 to {@link Quantity#MAX} */
    @Transactional
    public ProductView add(ProductName name, Price price, long stock) {
        Product product = products.save(new Product(name, price, stock));
        events.publishEvent(product.revision(clock.instant()));
        return product.view();
    }
}
