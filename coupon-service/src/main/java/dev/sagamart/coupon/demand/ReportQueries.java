package dev.sagamart.coupon.demand;

import dev.sagamart.coupon.demand.CampaignReport.Demanded;
import dev.sagamart.coupon.demand.CampaignReport.Given;
import dev.sagamart.coupon.demand.CampaignReport.Part;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a report is made of. */
@Repository
class ReportQueries {
    private static final String DEMANDED = """
            select coalesce(sum(requests), 0) as requests, coalesce(sum(refused), 0) as refused,
                coalesce(sum(unanswered), 0) as unanswered,
                coalesce(sum(refused) filter (where refused_after < ?), 0) as overtaken
            from issuing_demand where campaign_id = ?""";

    private static final String GIVEN = """
            select count(*) as coupons, count(distinct position) as positions,
                coalesce(max(position), 0) as last_position, max(issued_at) as last_at,
                coalesce(max(extract(epoch from latest - issued_at) * 1000), 0)::bigint as widest_swap
            from (select position, issued_at, max(issued_at) over (order by position) as latest
                from coupon where campaign_id = ?) as by_position""";

    private static final String SPAN = """
            select min(time) as first, max(time) as last from (
                select min(second) as time from issuing_demand where campaign_id = :campaign
                union all select max(second) from issuing_demand where campaign_id = :campaign
                union all select min(issued_at) from coupon where campaign_id = :campaign
                union all select max(issued_at) from coupon where campaign_id = :campaign) as times""";

    private static final String TIMELINE = """
            select date_bin(:length * interval '1 second', time, :origin) as from, sum(requests) as requests,
                sum(granted) as granted, sum(refused) as refused, sum(unanswered) as unanswered,
                max(position) as last_position
            from (
                select second as time, requests, 0 as granted, refused, unanswered, 0 as position
                from issuing_demand where campaign_id = :campaign
                union all
                select issued_at, 0, 1, 0, 0, position from coupon where campaign_id = :campaign) as events
            group by 1 order by 1""";

    private final JdbcClient jdbc;

    ReportQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Demanded demanded(long campaignId, long lastPosition) {
        return jdbc.sql(DEMANDED)
                .params(lastPosition, campaignId)
                .query((row, number) -> new Demanded(
                        row.getLong("requests"),
                        row.getLong("refused"),
                        row.getLong("unanswered"),
                        row.getLong("overtaken")))
                .single();
    }

    Given given(long campaignId) {
        return jdbc.sql(GIVEN)
                .param(campaignId)
                .query((row, number) -> new Given(
                        row.getLong("coupons"),
                        row.getLong("positions"),
                        row.getLong("last_position"),
                        time(row, "last_at"),
                        Duration.ofMillis(row.getLong("widest_swap"))))
                .single();
    }

    /** Cover all that happened. */
    Steps steps(long campaignId) {
        return jdbc.sql(SPAN)
                .param("campaign", campaignId)
                .query((row, number) -> {
                    Instant first = time(row, "first");
                    Instant last = time(row, "last");
                    return first == null || last == null
                            ? Steps.over(Instant.EPOCH, Instant.EPOCH)
                            : Steps.over(first, last);
                })
                .single();
    }

    List<Part> timeline(long campaignId, Steps steps) {
        return jdbc.sql(TIMELINE)
                .param("campaign", campaignId)
                .param("length", steps.length().toSeconds())
                .param("origin", Timestamp.from(steps.from()))
                .query((row, number) -> new Part(
                        row.getTimestamp("from").toInstant(),
                        row.getLong("requests"),
                        row.getLong("granted"),
                        row.getLong("refused"),
                        row.getLong("unanswered"),
                        row.getLong("last_position")))
                .list();
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
