package dev.sagamart.ranking.rebuilding;

import dev.sagamart.ranking.sales.Sale;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code rebuilt_sale}: what was read so far, which takes the place of what was counted in one step. */
final class RebuiltSales {
    private static final String ADD = """
            insert into rebuilt_sale (order_id, product_id, quantity, completed_at)
            select * from unnest(:orders::uuid[], :products::bigint[], :quantities::bigint[], :times::timestamptz[])
            on conflict do nothing""";

    /** Counting begins with this table, so it waits here, before it holds anything that is needed below. */
    private static final String STOP_COUNTING = "lock table counted_order in share row exclusive mode";

    private static final String SUMS = """
            with sums as materialized (
                select date_trunc('hour', completed_at, 'UTC') as hour, product_id, sum(quantity)::bigint as quantity
                from rebuilt_sale where completed_at >= :from group by 1, 2)
            """;
    private static final String REMOVE_SUMS = SUMS + """
            delete from product_sales_hourly as counted where hour >= :from and not exists (
                select from sums where sums.hour = counted.hour and sums.product_id = counted.product_id)""";
    private static final String PUT_SUMS = SUMS + """
            insert into product_sales_hourly as counted (hour, product_id, quantity)
            select hour, product_id, quantity from sums order by hour, product_id
            on conflict (hour, product_id) do update set quantity = excluded.quantity
            where counted.quantity <> excluded.quantity""";
    private static final String REMOVE_ORDERS = """
            delete from counted_order where completed_at >= :from and not exists (
                select from rebuilt_sale where rebuilt_sale.order_id = counted_order.order_id)""";
    private static final String PUT_ORDERS = """
            insert into counted_order (order_id, completed_at)
            select distinct on (order_id) order_id, completed_at from rebuilt_sale where completed_at >= :from
            on conflict do nothing""";

    private final JdbcClient jdbc;

    RebuiltSales(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void clear() {
        jdbc.sql("truncate rebuilt_sale").update();
    }

    /** An order that is there already is the same order, told again. */
    void add(List<Sale> sales) {
        var orders = new ArrayList<String>();
        var products = new ArrayList<Long>();
        var quantities = new ArrayList<Long>();
        var times = new ArrayList<String>();
        for (Sale sale : sales) {
            var units = new TreeMap<Long, Long>();
            sale.units().forEach(sold -> units.merge(sold.productId(), sold.quantity(), Long::sum));
            units.forEach((product, quantity) -> {
                orders.add(sale.orderId().toString());
                products.add(product);
                quantities.add(quantity);
                times.add(sale.completedAt().toString());
            });
        }
        jdbc.sql(ADD)
                .param("orders", orders.toArray(String[]::new))
                .param("products", products.toArray(Long[]::new))
                .param("quantities", quantities.toArray(Long[]::new))
                .param("times", times.toArray(String[]::new))
                .update();
    }

    /** Until the end of the transaction. No statement in it may take so long that those who wait for it give up. */
    void stopCounting() {
        jdbc.sql("set local statement_timeout = '3s'").update();
        jdbc.sql(STOP_COUNTING).update();
    }

    /** @return how many sums were changed */
    long replaceCounted(Instant firstHour) {
        long changed = update(REMOVE_SUMS, firstHour) + update(PUT_SUMS, firstHour);
        update(REMOVE_ORDERS, firstHour);
        update(PUT_ORDERS, firstHour);
        return changed;
    }

    long orders(Instant firstHour) {
        return jdbc.sql("select count(distinct order_id) from rebuilt_sale where completed_at >= ?")
                .param(utc(firstHour))
                .query(Long.class)
                .single();
    }

    private long update(String sql, Instant firstHour) {
        return jdbc.sql(sql).param("from", utc(firstHour)).update();
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
