package dev.sagamart.coupon.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.defaults.audit.ContinuousAudit;
import dev.sagamart.testsupport.infrastructure.ServiceTest;
import dev.sagamart.testsupport.probes.AuditProbe;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest(database = "coupon")
class IssuanceAuditTest {
    @Autowired
    ContinuousAudit continuous;

    @Autowired
    JdbcClient jdbc;

    private final UUID coupon = UUID.randomUUID();
    private AuditProbe audit;
    private long campaign;

    /** Long over, so that nobody else minds it. */
    @BeforeEach
    void a_campaign_with_a_coupon() throws Exception {
        audit = new AuditProbe("coupon", continuous::audit);
        campaign = jdbc.sql("""
                        insert into campaign (name, discount_type, discount_value, quantity, issued,
                            issue_from, issue_until, valid_from, valid_until, created_at)
                        values ('old', 'FIXED', 1, 1, 1, '2020-01-01', '2020-01-02', '2020-01-01', '2020-01-02', now())
                        returning id""").query(Long.class).single();
        audit.execute("insert into coupon (id, campaign_id, user_id, position, issued_at) values ('" + coupon + "', "
                + campaign + ", 'u', 1, now())");
        audit.execute("insert into issuance values ('" + coupon + "', " + campaign + ", 'u', 1, now(), now())");
    }

    @AfterEach
    void none() throws Exception {
        audit.execute("delete from coupon where id = '" + coupon + "'");
        audit.execute("delete from issuance where coupon_id = '" + coupon + "'");
        audit.execute("delete from campaign where id = " + campaign);
    }

    @Test
    void a_campaign_that_counts_wrong_is_found() throws Exception {
        assertThat(audit.audit()).noneMatch(this::isOurs);

        audit.execute("update campaign set issued = 0 where id = " + campaign);

        assertThat(audit.audit()).contains("issued-coupons: " + campaign);
    }

    @Test
    void a_coupon_with_another_history_is_found() throws Exception {
        audit.execute("update issuance set user_id = 'v' where coupon_id = '" + coupon + "'");

        assertThat(audit.audit()).contains("coupon-history: " + coupon);
    }

    private boolean isOurs(String difference) {
        return difference.endsWith(" " + campaign) || difference.contains(coupon.toString());
    }
}
