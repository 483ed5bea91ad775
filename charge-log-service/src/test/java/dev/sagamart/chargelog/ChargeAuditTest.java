package dev.sagamart.chargelog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.defaults.audit.ContinuousAudit;
import dev.sagamart.testsupport.infrastructure.ServiceTest;
import dev.sagamart.testsupport.probes.AuditProbe;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ServiceTest(database = "charge_log")
class ChargeAuditTest {
    private static final String ADD = "insert into charge values (?, gen_random_uuid(), 100, 300, '2026-11-01')";

    @Autowired
    ContinuousAudit continuous;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void a_charge_that_is_logged_again_under_another_id_is_found() throws Exception {
        var audit = new AuditProbe("charge_log", continuous::audit);
        String user = "user-" + UUID.randomUUID();
        jdbc.update(ADD, user);
        assertThat(audit.audit()).doesNotContain("charges: " + user);

        jdbc.update(ADD, user);

        assertThat(audit.audit()).contains("charges: " + user);
        audit.execute("delete from charge where user_id = '" + user + "'");
    }
}
