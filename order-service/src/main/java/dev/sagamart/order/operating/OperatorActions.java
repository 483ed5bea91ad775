package dev.sagamart.order.operating;

import dev.sagamart.order.checkout.Steering;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The book of what operators did; only ever added to. */
@Repository
class OperatorActions {
    private static final String INSERT = """
            insert into operator_action (id, order_id, action, operator, reason, outcome, at)
            values (?, ?, ?, ?, ?, ?, ?)""";
    private static final String OF_ORDER = "select * from operator_action where order_id = ? order by id";

    private final JdbcTemplate jdbc;

    OperatorActions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(OperatorAction action) {
        jdbc.update(
                INSERT,
                action.actionId(),
                action.orderId(),
                action.action().name(),
                action.operator(),
                action.reason(),
                action.outcome().name(),
                Timestamp.from(action.at()));
    }

    List<OperatorAction> of(UUID orderId) {
        return jdbc.query(OF_ORDER, (row, number) -> read(row), orderId);
    }

    private static OperatorAction read(ResultSet row) throws SQLException {
        return new OperatorAction(
                row.getObject("id", UUID.class),
                row.getObject("order_id", UUID.class),
                OperatorAction.Kind.valueOf(row.getString("action")),
                row.getString("operator"),
                row.getString("reason"),
                Steering.valueOf(row.getString("outcome")),
                row.getTimestamp("at").toInstant());
    }
}
