package dev.sagamart.coupon.issuing;

import dev.sagamart.defaults.requests.RequestRecord;
import dev.sagamart.defaults.requests.RequestRecords;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tells which requests were answered with a coupon; the coupon keeps the key of its request. */
@Component
class IssuedByRequest implements RequestRecords {
    private final JdbcTemplate jdbc;

    IssuedByRequest(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<RequestRecord> of(String userId, String key) {
        return jdbc.query(
                "select campaign_id, issued_at from coupon where user_id = ? and request_key = ?",
                (row, number) -> new RequestRecord(
                        "POST /v1/coupon-campaigns/" + row.getLong("campaign_id") + "/coupons",
                        row.getTimestamp("issued_at").toInstant(),
                        HttpStatus.CREATED.value(),
                        null),
                userId,
                key);
    }
}
