package dev.sagamart.product.catalog;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Locks the products of a batch, with one query. */
@Component
public class OpenShelf {
    private final Products products;

    OpenShelf(Products products) {
        this.products = products;
    }

    /** To be called in the transaction of the batch; unknown products are simply not on the shelf. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Shelf open(Collection<Long> productIds) {
        return new Shelf(productIds.isEmpty() ? List.of() : products.lock(productIds.toArray(Long[]::new)));
    }
}
