package dev.sagamart.coupon.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code campaign}. */
@Repository
class Campaigns {
    private static final String ADD = """
            insert into campaign (name, discount_type, discount_value, max_discount, quantity,
                issue_from, issue_until, valid_from, valid_until, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning *""";
    private static final String ISSUING = """
            select * from campaign where issue_until > ? and issue_from <= ? order by id""";

    private final JdbcClient jdbc;

    Campaigns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Campaign add(CreateCampaign.Command wanted, Instant now) {
        return jdbc.sql(ADD)
                .param(wanted.name())
                .param(wanted.discount().type().name())
                .param(wanted.discount().value())
                .param(wanted.discount().maxAmount())
                .param(wanted.quantity())
                .param(Timestamp.from(wanted.issuing().from()))
                .param(Timestamp.from(wanted.issuing().until()))
                .param(Timestamp.from(wanted.validity().from()))
                .param(Timestamp.from(wanted.validity().until()))
                .param(Timestamp.from(now))
                .query((row, number) -> campaign(row))
                .single();
    }

    Optional<Campaign> find(long id) {
        return jdbc.sql("select * from campaign where id = ?")
                .param(id)
                .query((row, number) -> campaign(row))
                .optional();
    }

    List<Campaign> issuingBetween(Instant endingAfter, Instant begunBy) {
        return jdbc.sql(ISSUING)
                .params(Timestamp.from(endingAfter), Timestamp.from(begunBy))
                .query((row, number) -> campaign(row))
                .list();
    }

    long remaining(long id) {
        return jdbc.sql("select quantity - issued from campaign where id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private static Campaign campaign(ResultSet row) throws SQLException {
        return new Campaign(
                row.getLong("id"),
                row.getString("name"),
                new Discount(
                        DiscountType.valueOf(row.getString("discount_type")),
                        row.getLong("discount_value"),
                        row.getObject("max_discount", Long.class)),
                row.getLong("quantity"),
                new Period(time(row, "issue_from"), time(row, "issue_until")),
                new Period(time(row, "valid_from"), time(row, "valid_until")),
                time(row, "created_at"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
