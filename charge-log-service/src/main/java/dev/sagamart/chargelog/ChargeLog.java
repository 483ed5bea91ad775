package dev.sagamart.chargelog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table {@code charge}: only ever added to, and each charge only once. */
@Repository
class ChargeLog {
    static final UUID NEWEST = new UUID(-1, -1);
    private static final String ADD = """
            insert into charge (user_id, charge_id, amount, balance, charged_at)
            values (?, ?, ?, ?, ?) on conflict do nothing""";
    static final String FIND = """
            select charge_id, amount, balance, charged_at from charge
            where user_id = ? and charge_id < ? order by charge_id desc limit ?""";

    private final JdbcTemplate jdbc;

    ChargeLog(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<LoggedCharge> charges) {
        jdbc.batchUpdate(ADD, charges, Math.max(1, charges.size()), (row, logged) -> {
            Charge charge = logged.charge();
            row.setString(1, logged.userId());
            row.setObject(2, charge.chargeId());
            row.setLong(3, charge.amount());
            row.setLong(4, charge.balance());
            row.setTimestamp(5, Timestamp.from(charge.chargedAt()));
        });
    }

    /** The newest charges of a user, or those before the one where the page before ended. */
    List<Charge> find(String userId, Optional<UUID> before, int limit) {
        return jdbc.query(FIND, (row, number) -> charge(row), userId, before.orElse(NEWEST), limit);
    }

    private static Charge charge(ResultSet row) throws SQLException {
        return new Charge(
                row.getObject("charge_id", UUID.class),
                row.getLong("amount"),
                row.getLong("balance"),
                row.getTimestamp("charged_at").toInstant());
    }
}
