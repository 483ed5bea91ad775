package dev.sagamart.ranking.names;

/** What a product is called as of a version. */
record ProductName(long productId, String name, long version) {

    static ProductName newer(ProductName one, ProductName other) {
        return other.version > one.version ? other : one;
    }
}
