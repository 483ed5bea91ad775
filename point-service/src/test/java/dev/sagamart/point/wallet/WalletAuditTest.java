package dev.sagamart.point.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.defaults.audit.ContinuousAudit;
import dev.sagamart.point.PointServiceTest;
import dev.sagamart.testsupport.probes.AuditProbe;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WalletAuditTest extends PointServiceTest {
    @Autowired
    private ContinuousAudit continuous;

    @Autowired
    private ChargePoints chargePoints;

    private AuditProbe audit;

    @BeforeEach
    void probe() {
        audit = new AuditProbe("point", continuous::audit);
    }

    @Test
    void a_balance_that_is_not_the_sum_of_its_ledger_is_found() throws Exception {
        String user = someoneWith(100);
        audit.execute("update wallet set balance = 101 where user_id = '" + user + "'");

        assertThat(audit.audit()).contains("balances: " + user);

        audit.execute("update wallet set balance = 100 where user_id = '" + user + "'");
        assertThat(audit.audit()).doesNotContain("balances: " + user);
    }

    @Test
    void balances_that_are_just_changing_are_no_false_alarm() throws Exception {
        List<String> users = Stream.generate(() -> someoneWith(1)).limit(5).toList();
        var stop = new AtomicBoolean();
        var charges = new AtomicInteger();
        var writers = Stream.generate(() -> CompletableFuture.runAsync(() -> {
                    while (!stop.get()) {
                        for (String user : users) {
                            chargePoints.charge(new UserId(user), new Points(1));
                            charges.incrementAndGet();
                        }
                    }
                }))
                .limit(4)
                .toArray(CompletableFuture[]::new);
        try {
            for (int i = 0; i < 20 || charges.get() < 500; i++) {
                assertThat(audit.audit()).isEmpty();
            }
        } finally {
            stop.set(true);
            CompletableFuture.allOf(writers).join();
        }
    }
}
