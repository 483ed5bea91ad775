package dev.sagamart.loadtests.chargelog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The table of the charge log, written directly: the charges of one user between those of a thousand others. */
final class ManyCharges {
    static final String USER = "bench-deep";

    private static final String NEWEST = "ffffffff-ffff-ffff-ffff-ffffffffffff";

    private final Connection database;

    ManyCharges(Connection database) {
        this.database = database;
    }

    /** Ids rise with the time, as those of UUID version 7 do. */
    void fill(int charges) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("""
                    insert into charge
                    select case i %% 2 when 0 then '%s' else 'bench-' || (i / 2) %% 1000 end,
                        (lpad(to_hex(1767225600000 + i), 12, '0') || '7' || lpad(to_hex(i %% 4096), 3, '0') || '8'
                            || substr(md5(i::text), 1, 15))::uuid,
                        100, 100 + i, to_timestamp(1767225600 + i / 1000.0)
                    from generate_series(0, %d) as i""".formatted(USER, 2L * charges - 1));
            statement.execute("vacuum analyze charge");
        }
    }

    /** @param after the charge before the page; null for the first page */
    Plan plan(@Nullable String after) throws SQLException {
        var text = new StringJoiner("\n");
        String page = page(after == null ? NEWEST : after);
        try (Statement statement = database.createStatement();
                var rows = statement.executeQuery("explain (analyze, buffers, costs off, summary off) " + page)) {
            while (rows.next()) {
                text.add(rows.getString(1));
            }
        }
        return Plan.of(text.toString());
    }

    /** As the service asks for a page of 20. */
    private static String page(String before) {
        return """
                select charge_id, amount, balance, charged_at from charge
                where user_id = '%s' and charge_id < '%s' order by charge_id desc limit 21""".formatted(USER, before);
    }

    /** Milliseconds that the database takes for the last page when it has to count its way there. */
    double byOffset(int charges) throws SQLException {
        String page = page(NEWEST) + " offset " + (charges - 20);
        try (Statement statement = database.createStatement();
                var rows = statement.executeQuery("explain (analyze, format json) " + page)) {
            rows.next();
            String explained = rows.getString(1);
            return Double.parseDouble(explained.replaceAll("(?s).*\"Execution Time\": ([0-9.]+).*", "$1"));
        }
    }
}
