package dev.sagamart.ranking.sales;

/** So many units of a product, at least one. */
public record SoldUnits(long productId, long quantity) {
    public SoldUnits {
        if (quantity < 1) {
            throw new IllegalArgumentException("not a sold quantity: " + quantity);
        }
    }
}
