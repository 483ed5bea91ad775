package dev.sagamart.ranking.sales;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code product_sales_hourly}; an order belongs to the hour (UTC) in which it was completed. */
@Component
class HourlySales {
    private static final String ADD = """
            insert into product_sales_hourly as known (hour, product_id, quantity)
            select * from unnest(:hours::timestamptz[], :products::bigint[], :quantities::bigint[])
            on conflict (hour, product_id) do update set quantity = known.quantity + excluded.quantity""";

    private record Cell(Instant hour, long productId) {}

    private static final Comparator<Cell> ORDER =
            Comparator.comparing(Cell::hour).thenComparingLong(Cell::productId);

    private final JdbcClient jdbc;

    HourlySales(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One upsert, in key order so that two batches never wait for each other. */
    void add(List<Sale> sales) {
        Map<Cell, Long> sums = new TreeMap<>(ORDER);
        for (Sale sale : sales) {
            Instant hour = sale.completedAt().truncatedTo(ChronoUnit.HOURS);
            sale.units().forEach(sold -> sums.merge(new Cell(hour, sold.productId()), sold.quantity(), Long::sum));
        }
        jdbc.sql(ADD)
                .param("hours", column(sums, cell -> cell.getKey().hour()))
                .param("products", column(sums, cell -> cell.getKey().productId()))
                .param("quantities", column(sums, Map.Entry::getValue))
                .update();
    }

    private static String[] column(Map<Cell, Long> sums, Function<Map.Entry<Cell, Long>, Object> part) {
        return sums.entrySet().stream().map(cell -> part.apply(cell).toString()).toArray(String[]::new);
    }
}
