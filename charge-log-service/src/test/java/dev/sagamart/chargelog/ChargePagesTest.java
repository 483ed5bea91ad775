package dev.sagamart.chargelog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.testsupport.infrastructure.Infrastructure;
import dev.sagamart.testsupport.infrastructure.ServiceTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ServiceTest(database = "charge_log")
class ChargePagesTest {
    private static final int CHARGES = 20_000;
    private static final int ROWS = 21;

    @Autowired
    JdbcTemplate jdbc;

    private final String user = "user-" + UUID.randomUUID();

    @Test
    void a_page_is_a_range_of_an_index_however_deep_it_is() throws Exception {
        jdbc.update("""
                insert into charge select case i % 2 when 0 then ? else 'other-' || i % 100 end,
                    (lpad(to_hex(1767225600000 + i), 12, '0') || '7' || lpad(to_hex(i % 4096), 3, '0')
                        || '8' || substr(md5(? || i), 1, 15))::uuid, 100, 100, to_timestamp(1767225600 + i)
                from generate_series(1, ?) as i""", user, user, 2 * CHARGES);
        analyze();
        UUID deep = jdbc.queryForObject(
                "select charge_id from charge where user_id = ? order by charge_id offset ? limit 1",
                UUID.class,
                user,
                100);

        for (UUID before : List.of(ChargeLog.NEWEST, deep)) {
            String plan = plan(before);

            assertThat(plan)
                    .contains("Index Scan Backward using charge_pkey")
                    .containsPattern("Index Cond: \\(\\(user_id = .*\\) AND \\(charge_id < .*\\)\\)")
                    .containsPattern("Index Scan.* rows=" + ROWS + "(\\.00)? ")
                    .doesNotContain("Sort", "Filter");
        }
    }

    private void analyze() throws Exception {
        try (var connection = Infrastructure.connect("charge_log");
                var statement = connection.createStatement()) {
            statement.execute("analyze charge");
        }
    }

    private String plan(UUID before) {
        return String.join(
                "\n",
                jdbc.queryForList(
                        "explain (analyze, costs off, timing off, summary off) " + ChargeLog.FIND,
                        String.class,
                        user,
                        before,
                        ROWS));
    }
}
