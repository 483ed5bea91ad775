package dev.sagamart.product.catalog;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds delivered units to the stock of a product. */
@Component
public class Restock {
    private final Products products;

    Restock(Products products) {
        this.products = products;
    }

    @Transactional
    public Outcome restock(long productId, Quantity quantity) {
        return products.lock(productId)
                .map(product -> restock(product, quantity))
                .orElseGet(UnknownProduct::new);
    }

    private static Outcome restock(Product product, Quantity quantity) {
        if (!product.hasRoomFor(quantity)) {
            return new NoRoom();
        }
        product.restock(quantity);
        return new Restocked(product.view());
    }

    /** What became of a restock. */
    public sealed interface Outcome permits Restocked, UnknownProduct, NoRoom {}

    /** The units are there. */
    public record Restocked(ProductView product) implements Outcome {}

    /** There is no such product. */
    public record UnknownProduct() implements Outcome {}

    /** The stock would pass {@link Quantity#MAX}. */
    public record NoRoom() implements Outcome {}
}
