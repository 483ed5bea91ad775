package dev.sagamart.product.catalog;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Looks products up, alone or in id order. Each is one statement, so there is no transaction: its end would be as long
 * a way to the database again.
 */
@Component
public class FindProducts {
    private final Products products;

    FindProducts(Products products) {
        this.products = products;
    }

    public Optional<ProductView> find(long productId) {
        return products.findById(productId).map(Product::view);
    }

    /** The products that come after the given id, at most so many. */
    public List<ProductView> after(long productId, int most) {
        return products.findByIdGreaterThanOrderById(productId, Limit.of(most)).stream()
                .map(Product::view)
                .toList();
    }
}
