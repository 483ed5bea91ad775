package dev.sagamart.ranking.sales;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells which products sold best. */
@Component
public class BestSellers {
    private static final String TOP = """
            select product_id, sum(quantity)::bigint as quantity from product_sales_hourly
            where hour between :first and :last
            group by product_id order by sum(quantity) desc, product_id limit :most""";

    private final JdbcClient jdbc;

    BestSellers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The best of the hours from the first to the last, both included; of equals, the smaller id comes first. */
    public List<SoldUnits> ofHours(Instant first, Instant last, int most) {
        return jdbc.sql(TOP)
                .param("first", OffsetDateTime.ofInstant(first, ZoneOffset.UTC))
                .param("last", OffsetDateTime.ofInstant(last, ZoneOffset.UTC))
                .param("most", most)
                .query((row, number) -> new SoldUnits(row.getLong(1), row.getLong(2)))
                .list();
    }
}
