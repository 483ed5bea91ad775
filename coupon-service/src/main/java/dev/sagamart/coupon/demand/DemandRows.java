package dev.sagamart.coupon.demand;

import java.sql.Timestamp;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table {@code issuing_demand}, to which every instance adds. */
@Repository
class DemandRows {
    private static final String ADD = """
            insert into issuing_demand (campaign_id, second, requests, refused, refused_after, unanswered)
            select campaign_id, second, requests, refused, nullif(refused_after, 9223372036854775807), unanswered
            from unnest(?::bigint[], ?::timestamptz[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                as counted (campaign_id, second, requests, refused, refused_after, unanswered)
            on conflict (campaign_id, second) do update set
                requests = issuing_demand.requests + excluded.requests,
                refused = issuing_demand.refused + excluded.refused,
                refused_after = least(issuing_demand.refused_after, excluded.refused_after),
                unanswered = issuing_demand.unanswered + excluded.unanswered""";

    /** So that two instances never wait for each other. */
    private static final Comparator<Entry<Second, Figures>> ORDER =
            Entry.comparingByKey(Comparator.comparingLong(Second::campaignId).thenComparing(Second::time));

    private final JdbcTemplate jdbc;

    DemandRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(Map<Second, Figures> counted) {
        List<Entry<Second, Figures>> rows =
                counted.entrySet().stream().sorted(ORDER).toList();
        jdbc.update(
                ADD,
                column(rows, row -> row.getKey().campaignId(), Long[]::new),
                column(rows, row -> Timestamp.from(row.getKey().time()), Timestamp[]::new),
                column(rows, row -> row.getValue().requests(), Long[]::new),
                column(rows, row -> row.getValue().refused(), Long[]::new),
                column(rows, row -> row.getValue().refusedAfter(), Long[]::new),
                column(rows, row -> row.getValue().unanswered(), Long[]::new));
    }

    private static <T> T[] column(
            List<Entry<Second, Figures>> rows, Function<Entry<Second, Figures>, T> part, IntFunction<T[]> array) {
        return rows.stream().map(part).toArray(array);
    }

    long lastRefusedAfter(long campaignId) {
        Long last = jdbc.queryForObject(
                "select coalesce(max(refused_after), 0) from issuing_demand where campaign_id = ?",
                Long.class,
                campaignId);
        return last == null ? 0 : last;
    }
}
