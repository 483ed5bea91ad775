package dev.sagamart.product.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The products that a batch of orders touches, locked until its transaction ends: one row update each, however many orders. */
public final class Shelf {
    private final Map<Long, Product> products;

    Shelf(List<Product> locked) {
        this.products = locked.stream().collect(Collectors.toMap(Product::id, Function.identity()));
    }

    /** Takes all lines or none; the first line that is not to be had, in the order of the lines, is the one told. */
    public Taking take(List<StockLine> lines) {
        var wanted = new HashMap<Long, Long>();
        for (StockLine line : lines) {
            Product product = products.get(line.productId());
            if (product == null) {
                return new Taking.UnknownProduct(line.productId());
            }
            if (!product.has(wanted.merge(line.productId(), line.quantity().units(), Long::sum))) {
                return new Taking.OutOfStock(line.productId());
            }
        }
        lines.forEach(line -> product(line).take(line.quantity()));
        return new Taking.Taken(
                lines.stream().map(line -> product(line).price()).toList());
    }

    public void putBack(List<StockLine> lines) {
        lines.forEach(line -> product(line).putBack(line.quantity()));
    }

    private Product product(StockLine line) {
        return Objects.requireNonNull(products.get(line.productId()), () -> "not on this shelf: " + line);
    }
}
