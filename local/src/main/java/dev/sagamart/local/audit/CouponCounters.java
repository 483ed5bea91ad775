package dev.sagamart.local.audit;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** The counters of running campaigns in Redis. A campaign that Redis does not know is being rebuilt, or long over. */
final class CouponCounters implements Check {
    private static final String CAMPAIGNS =
            "select id as campaign_id, quantity - issued as remaining from campaign order by id";

    private final int port;

    CouponCounters(int port) {
        this.port = port;
    }

    @Override
    public String id() {
        return "coupons-left";
    }

    @Override
    public String sentence() {
        return "What Redis has left of a campaign is what the database has not issued.";
    }

    @Override
    public Finding run(Snapshots snapshots, AuditProgress progress) throws SQLException {
        var examples = new Examples();
        long compared = 0;
        try (var redis = new RedisReader(port);
                Rows campaigns = snapshots.rows(new Side("coupon", 1, CAMPAIGNS))) {
            for (Row campaign = campaigns.next(); campaign != null; campaign = campaigns.next()) {
                String key = "coupon:{" + campaign.key().getFirst() + "}:grants";
                List<?> known = redis.fields(key, "#left", "#pending");
                String remaining = campaign.values().getFirst().toString();
                if (known.getFirst() != null && !known.equals(List.of(remaining, "0"))) {
                    examples.add(campaign.name() + ": coupon: " + remaining + ", redis: " + known.getFirst() + " and "
                            + known.getLast() + " pending");
                }
                compared++;
            }
        } catch (IOException away) {
            throw new AuditFailed("Redis cannot be read: " + away.getMessage(), away);
        }
        return examples.finding(this, Finding.Kind.WHEN_QUIET, compared);
    }
}
