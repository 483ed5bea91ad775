package dev.sagamart.product.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A product with its stock; whatever came in and is not sold is there: {@code initial + restocked = stock + sold}. */
@Entity
class Product {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column
    private String name;

    @Column
    private long price;

    /** Counts the revisions of name and price; 1 is the first. */
    @Column
    private long version;

    @Column
    private long initialStock;

    @Column
    private long restocked;

    @Column
    private long sold;

    @Column
    private long stock;

    Product() {}

    /** @param stock units to start with, from 0 to {@link Quantity#MAX} */
    Product(ProductName name, Price price, long stock) {
        if (stock < 0 || stock > Quantity.MAX) {
            throw new IllegalArgumentException("not a stock to start with: " + stock);
        }
        this.name = name.text();
        this.price = price.points();
        this.version = 1;
        this.initialStock = stock;
        this.stock = stock;
    }

    long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    Price price() {
        return new Price(price);
    }

    /** @return whether that was a change */
    boolean revise(ProductName newName, Price newPrice) {
        if (name.equals(newName.text()) && price == newPrice.points()) {
            return false;
        }
        name = newName.text();
        price = newPrice.points();
        version++;
        return true;
    }

    boolean hasRoomFor(Quantity quantity) {
        return stock + quantity.units() <= Quantity.MAX;
    }

    void restock(Quantity quantity) {
        if (!hasRoomFor(quantity)) {
            throw new IllegalStateException("no room for " + quantity + " of product " + id);
        }
        restocked = Math.addExact(restocked, quantity.units());
        stock += quantity.units();
    }

    boolean has(long units) {
        return units <= stock;
    }

    void take(Quantity quantity) {
        if (!has(quantity.units())) {
            throw new IllegalStateException("not " + quantity + " of product " + id + " left");
        }
        stock -= quantity.units();
        sold = Math.addExact(sold, quantity.units());
    }

    /** Undoes a sale; always possible, even past the limit for restocking. */
    void putBack(Quantity quantity) {
        if (quantity.units() > sold) {
            throw new IllegalStateException("not " + quantity + " of product " + id + " sold");
        }
        sold -= quantity.units();
        stock = Math.addExact(stock, quantity.units());
    }

    ProductName name() {
        return new ProductName(name);
    }

    ProductView view() {
        return new ProductView(id(), name, price, stock);
    }

    ProductRevised revision(Instant at) {
        return new ProductRevised(id(), name, price, version, at);
    }
}
