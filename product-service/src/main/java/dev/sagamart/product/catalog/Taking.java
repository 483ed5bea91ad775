package dev.sagamart.product.catalog;

import java.util.List;

/** What became of taking lines from a {@link Shelf}. */
public sealed interface Taking {

    /** All lines are taken, at these unit prices, in the order of the lines. */
    record Taken(List<Price> unitPrices) implements Taking {}

    /** Nothing is taken: there is no such product. */
    record UnknownProduct(long productId) implements Taking {}

    /** Nothing is taken: there are not as many of this product as the order wants. */
    record OutOfStock(long productId) implements Taking {}
}
