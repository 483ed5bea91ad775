package dev.sagamart.product;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database says about a product's stock. */
public record StockBooks(long initial, long restocked, long stock, long sold) {

    public static StockBooks of(JdbcClient jdbc, long productId) {
        return jdbc.sql("select initial_stock as initial, restocked, stock, sold from product where id = ?")
                .param(productId)
                .query(StockBooks.class)
                .single();
    }

    /** In every row, whatever came in is there or sold, and nothing is below zero. */
    public static void assertBalanced(JdbcClient jdbc) {
        assertThat(jdbc.sql("""
                        select count(*) from product
                        where initial_stock + restocked <> stock + sold or stock < 0 or sold < 0""").query(Long.class).single()).isZero();
    }
}
