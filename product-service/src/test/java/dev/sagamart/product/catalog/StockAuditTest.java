package dev.sagamart.product.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.defaults.audit.ContinuousAudit;
import dev.sagamart.testsupport.infrastructure.ServiceTest;
import dev.sagamart.testsupport.probes.AuditProbe;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest(database = "product")
class StockAuditTest {
    @Autowired
    ContinuousAudit continuous;

    @Autowired
    JdbcClient jdbc;

    @Test
    void stock_that_appears_from_nowhere_is_found() throws Exception {
        var audit = new AuditProbe("product", continuous::audit);
        assertThat(audit.audit()).isEmpty();
        long product = jdbc.sql("""
                        insert into product (name, price, version, initial_stock, restocked, sold, stock)
                        values ('Tea', 1, 1, 5, 2, 3, 4) returning id""").query(Long.class).single();

        audit.execute("alter table product drop constraint nothing_appears_or_vanishes");
        audit.execute("update product set stock = 5 where id = " + product);
        assertThat(audit.audit()).containsExactly("stock: " + product);

        audit.execute("update product set stock = 4 where id = " + product);
        assertThat(audit.audit()).isEmpty();
        audit.execute("alter table product add constraint nothing_appears_or_vanishes"
                + " check (initial_stock + restocked = stock + sold)");
    }
}
