package dev.sagamart.ranking.sales;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code counted_order}. */
@Component
class CountedOrders {
    private static final int SOME = 2_000;

    private static final String ADD = """
            insert into counted_order (order_id, completed_at)
            select * from unnest(:ids::uuid[], :times::timestamptz[])
            on conflict do nothing returning order_id""";

    private static final String FORGET = """
            delete from counted_order where order_id in
            (select order_id from counted_order where completed_at < :horizon order by completed_at limit :some)""";

    private final JdbcClient jdbc;

    CountedOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Marks the orders as counted, in id order so that two batches never wait for each other; returns those that were not. */
    List<Sale> addNew(List<Sale> sales) {
        Map<String, Sale> byId = new TreeMap<>();
        sales.forEach(sale -> byId.putIfAbsent(sale.orderId().toString(), sale));
        return jdbc
                .sql(ADD)
                .param("ids", byId.keySet().toArray(String[]::new))
                .param(
                        "times",
                        byId.values().stream()
                                .map(sale -> sale.completedAt().toString())
                                .toArray(String[]::new))
                .query((row, number) -> row.getString(1))
                .list()
                .stream()
                .map(byId::get)
                .toList();
    }

    /** @return whether there may be more */
    boolean forgetSome(Instant horizon) {
        int forgotten = jdbc.sql(FORGET)
                .param("horizon", OffsetDateTime.ofInstant(horizon, ZoneOffset.UTC))
                .param("some", SOME)
                .update();
        return forgotten == SOME;
    }
}
