package dev.sagamart.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks into the database: what must be true of it at any time. */
public final class CouponBooks {
    private CouponBooks() {}

    public static long rows(JdbcClient jdbc, long campaign) {
        return count(jdbc, "select count(*) from coupon where campaign_id = " + campaign);
    }

    public static void assertBalanced(JdbcClient jdbc) {
        assertThat(count(jdbc, """
                select count(*) from campaign where issued > quantity
                or issued <> (select count(*) from coupon where campaign_id = campaign.id)
                or issued <> (select count(*) from issuance where campaign_id = campaign.id)""")).as("campaigns whose counts differ").isZero();
        assertThat(count(jdbc, """
                select count(*) from coupon left join issuance on coupon_id = id and issuance.user_id = coupon.user_id
                where coupon_id is null""")).as("coupons without history").isZero();
    }

    private static long count(JdbcClient jdbc, String query) {
        return jdbc.sql(query).query(Long.class).single();
    }
}
