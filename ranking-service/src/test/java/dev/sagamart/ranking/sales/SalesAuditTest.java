package dev.sagamart.ranking.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.defaults.audit.ContinuousAudit;
import dev.sagamart.defaults.retention.Retention;
import dev.sagamart.testsupport.infrastructure.ServiceTest;
import dev.sagamart.testsupport.probes.AuditProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ServiceTest(database = "ranking")
class SalesAuditTest {
    @Autowired
    ContinuousAudit continuous;

    @Autowired
    Retention retention;

    @Autowired
    CountSales countSales;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void two_orders_two_hours_ago() {
        jdbc.update("delete from counted_order");
        jdbc.update("delete from product_sales_hourly");
        jdbc.update("""
                insert into counted_order select gen_random_uuid(), date_trunc('hour', now(), 'UTC') - interval '110 min'
                from generate_series(1, 2)""");
        jdbc.update("""
                insert into product_sales_hourly
                values (date_trunc('hour', now(), 'UTC') - interval '2 hours', 1, 2)""");
    }

    @Test
    void an_hour_with_fewer_units_than_orders_is_found() throws Exception {
        var audit = new AuditProbe("ranking", continuous::audit);
        assertThat(audit.audit()).isEmpty();

        jdbc.update("update product_sales_hourly set quantity = 1");
        assertThat(audit.audit()).hasSize(1).first().asString().startsWith("hourly-sales: ");

        jdbc.update("update product_sales_hourly set quantity = 2");
        assertThat(audit.audit()).isEmpty();
    }

    @Test
    void sales_are_kept_for_ninety_days_and_counted_orders_for_eight() {
        jdbc.update("insert into product_sales_hourly values (now() - interval '91 days', 7, 1)");
        jdbc.update("insert into product_sales_hourly values (now() - interval '89 days', 8, 1)");
        jdbc.update("insert into counted_order select gen_random_uuid(), now() - interval '9 days'"
                + " from generate_series(1, 2500)");

        retention.prune();
        countSales.forgetOld();

        assertThat(jdbc.queryForList("select product_id from product_sales_hourly order by 1", Long.class))
                .containsExactly(1L, 8L);
        assertThat(jdbc.queryForObject("select count(*) from counted_order", Integer.class))
                .isEqualTo(2);
    }
}
