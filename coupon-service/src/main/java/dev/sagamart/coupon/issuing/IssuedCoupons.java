package dev.sagamart.coupon.issuing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Issued coupons in the database: the coupon, its place in the history, and the campaign's count of them. */
@Repository
class IssuedCoupons {
    private static final int CHUNK = 1000;

    /** In id order, so that two instances never wait for each other; readers of the row go on. */
    private static final String LOCK = """
            select id from campaign where id = any (?) order by id for no key update""";

    private static final String ADD = """
            with added as (
                insert into coupon (id, campaign_id, user_id, position, issued_at, request_key)
                select * from unnest(?::uuid[], ?::bigint[], ?::text[], ?::bigint[], ?::timestamptz[], ?::text[])
                on conflict do nothing
                returning id, campaign_id, user_id, position, issued_at
            ), recorded as (
                insert into issuance (coupon_id, campaign_id, user_id, position, issued_at, recorded_at)
                select id, campaign_id, user_id, position, issued_at, ? from added
            )
            update campaign set issued = issued + news.count
            from (select campaign_id, count(*) as count from added group by campaign_id) as news
            where campaign.id = news.campaign_id""";

    private static final String CHUNK_OF_CAMPAIGN = """
            select campaign_id, user_id, id, position, issued_at, request_key from coupon
            where campaign_id = ? and user_id > ? order by user_id limit ?""";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    IssuedCoupons(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds those that are not there yet; fails if a campaign would have more than its quantity. */
    void add(List<Grant> grants) {
        jdbc.queryForList(LOCK, Long.class, (Object) column(grants, Grant::campaignId, Long[]::new));
        jdbc.update(
                ADD,
                column(grants, Grant::couponId, UUID[]::new),
                column(grants, Grant::campaignId, Long[]::new),
                column(grants, Grant::userId, String[]::new),
                column(grants, Grant::position, Long[]::new),
                column(grants, grant -> Timestamp.from(grant.issuedAt()), Timestamp[]::new),
                column(grants, Grant::requestKey, String[]::new),
                Timestamp.from(clock.instant()));
    }

    private static <T> T[] column(
            List<Grant> grants, Function<Grant, T> part, java.util.function.IntFunction<T[]> array) {
        return grants.stream().map(part).toArray(array);
    }

    /** How many coupons of a campaign there are. */
    long count(long campaignId) {
        Long count = jdbc.queryForObject("select issued from campaign where id = ?", Long.class, campaignId);
        return Objects.requireNonNull(count);
    }

    /** The number of the next opening; whoever asks later gets a higher one. */
    long nextEpoch() {
        Long next = jdbc.queryForObject("select nextval('issuing_epoch')", Long.class);
        return Objects.requireNonNull(next);
    }

    /** Goes through all coupons of a campaign without holding them all at once. */
    void forEachChunk(long campaignId, Consumer<List<Grant>> reader) {
        String last = "";
        List<Grant> chunk;
        do {
            chunk = jdbc.query(CHUNK_OF_CAMPAIGN, (row, number) -> grant(row), campaignId, last, CHUNK);
            if (!chunk.isEmpty()) {
                reader.accept(chunk);
                last = chunk.getLast().userId();
            }
        } while (chunk.size() == CHUNK);
    }

    private static Grant grant(ResultSet row) throws SQLException {
        return new Grant(
                row.getLong("campaign_id"),
                row.getString("user_id"),
                row.getObject("id", UUID.class),
                row.getLong("position"),
                row.getTimestamp("issued_at").toInstant(),
                Objects.requireNonNullElse(row.getString("request_key"), ""));
    }
}
