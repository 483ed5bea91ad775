package dev.sagamart.product.catalog;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a product another name or price; orders whose stock is already taken keep theirs. */
@Component
public class ReviseProduct {
    private final Products products;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReviseProduct(Products products, ApplicationEventPublisher events, Clock clock) {
        this.products = products;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What is null stays as it is; a revision to the same name and price is none.
     *
     * @return empty if there is no such product
     */
    @Transactional
    public Optional<ProductView> revise(long productId, @Nullable ProductName name, @Nullable Price price) {
        return products.lock(productId).map(product -> revise(product, name, price));
    }

    private ProductView revise(Product product, @Nullable ProductName name, @Nullable Price price) {
        boolean changed = product.revise(
                Objects.requireNonNullElseGet(name, product::name),
                Objects.requireNonNullElseGet(price, product::price));
        if (changed) {
            events.publishEvent(product.revision(clock.instant()));
        }
        return product.view();
    }
}
