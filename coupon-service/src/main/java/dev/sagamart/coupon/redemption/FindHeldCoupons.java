package dev.sagamart.coupon.redemption;

import dev.sagamart.coupon.campaign.Campaign;
import dev.sagamart.coupon.campaign.FindCampaign;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** Lists the coupons of a user, newest first. */
@Service
public class FindHeldCoupons {
    private static final String COLUMNS = "select id, campaign_id, status, issued_at from coupon where user_id = ?";
    private static final String ORDER = " order by issued_at desc, id desc limit ?";
    private static final String FIRST = COLUMNS + ORDER;
    private static final String NEXT = COLUMNS + " and (issued_at, id) < (?, ?)" + ORDER;

    private final JdbcTemplate jdbc;
    private final FindCampaign campaigns;

    FindHeldCoupons(JdbcTemplate jdbc, FindCampaign campaigns) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
    }

    public List<HeldCoupon> find(String userId, Optional<HeldCouponPosition> after, int limit) {
        return after.map(position -> jdbc.query(
                        NEXT,
                        (row, number) -> held(row),
                        userId,
                        Timestamp.from(position.issuedAt()),
                        position.couponId(),
                        limit))
                .orElseGet(() -> jdbc.query(FIRST, (row, number) -> held(row), userId, limit));
    }

    private HeldCoupon held(ResultSet row) throws SQLException {
        Campaign campaign = campaigns.find(row.getLong("campaign_id")).orElseThrow();
        return new HeldCoupon(
                row.getObject("id", UUID.class),
                campaign.id(),
                CouponStatus.valueOf(row.getString("status")) == CouponStatus.USED,
                row.getTimestamp("issued_at").toInstant(),
                campaign.validity(),
                campaign.discount());
    }
}
