package dev.sagamart.defaults.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.defaults.DefaultsTest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ContinuousAuditTest extends DefaultsTest {
    private static final AuditCheck PAIRS = new AuditCheck(
            "pairs",
            "select position, id::text from pair where position > ? and position < ? order by position limit ?",
            "select id::text from pair where id > ?::bigint order by pair.id limit ?",
            "0",
            "select id::text, a || ' is not ' || b from pair where id = any (?::bigint[]) and a <> b");

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private ContinuousAudit configured;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private AuditRows rows;

    @BeforeEach
    void pairs() {
        rows = new AuditRows(jdbc);
        var owner = owner();
        owner.execute("create table if not exists pair (id bigint primary key, position uuid, a int, b int)");
        owner.execute("truncate pair, audit_progress, audit_difference, audit_lock");
    }

    @AfterEach
    void no_pairs() {
        owner().execute("drop table pair");
    }

    @Test
    void a_service_without_checks_of_its_own_starts_all_the_same() {
        assertThat(configured).isNotNull();
    }

    @Test
    void all_rows_come_up_in_slices_and_then_from_the_beginning() {
        insert(1, 1, 1);
        insert(2, 1, 1);
        insert(3, 1, 1);
        var audit = audit(2);

        assertThat(rotationAfter(audit)).isEqualTo("2");
        assertThat(rotationAfter(audit)).isEqualTo("3");
        assertThat(rotationAfter(audit)).isEqualTo("0");
        insert(4, 1, 7);
        assertThat(rotationAfter(audit)).isEqualTo("2");
        assertThat(differences()).isZero();
        audit.audit();
        assertThat(differences()).isOne();
    }

    @Test
    void what_is_wrong_is_counted_and_logged_until_it_is_right_again() {
        insert(1, 1, 1);
        insert(2, 1, 3);
        var audit = audit(1);

        audit.audit();
        audit.audit();
        assertThat(differences()).isOne();
        assertThat(errorsLogged()).singleElement().asString().contains("pairs: 2 is wrong: 1 is not 3");

        audit.audit();
        assertThat(differences()).isOne();
        assertThat(errorsLogged()).hasSize(1);

        jdbc.update("update pair set b = 1");
        audit.audit();
        assertThat(differences()).isZero();
    }

    @Test
    void what_has_changed_is_looked_at_before_its_turn_but_not_before_slower_ones_are_through() {
        for (int id = 1; id <= 9; id++) {
            insert(id, 1, 1);
        }
        var audit = audit(2);
        audit.audit();

        jdbc.update("update pair set b = 2, position = ? where id = 9", position(Duration.ZERO));
        audit.audit();
        assertThat(differences()).isZero();

        jdbc.update("update audit_progress set recent = ?", position(Duration.ofHours(1)));
        jdbc.update("update pair set position = ? where id = 9", position(Duration.ofMinutes(2)));
        audit.audit();
        assertThat(differences()).isOne();
    }

    @Test
    void one_instance_audits_at_a_time_and_the_lock_is_free_again_afterwards() {
        var lock = locks().lock(new LockConfiguration(Instant.now(), "audit", Duration.ofMinutes(1), Duration.ZERO))
                .orElseThrow();

        assertThat(audit(2).runIfNobodyElseDoes()).isFalse();

        lock.unlock();
        assertThat(audit(2).runIfNobodyElseDoes()).isTrue();
        assertThat(audit(2).runIfNobodyElseDoes()).isTrue();
    }

    @Test
    void the_metrics_tell_what_another_instance_found_and_when() {
        insert(1, 1, 2);
        audit(2).audit();

        var registryOfAnother = new SimpleMeterRegistry();
        new AuditMetrics(rows, List.of(PAIRS), registryOfAnother).refresh();

        assertThat(registryOfAnother
                        .get("sagamart.audit.differences")
                        .tag("check", "pairs")
                        .gauge()
                        .value())
                .isOne();
        assertThat(registryOfAnother.get("sagamart.audit.last.run").gauge().value())
                .isCloseTo(Instant.now().getEpochSecond(), org.assertj.core.data.Offset.offset(60.0));
    }

    private String rotationAfter(ContinuousAudit audit) {
        audit.audit();
        return transactions()
                .execute(status -> rows.progress(PAIRS, new UUID(0, 0), Instant.now()))
                .rotation();
    }

    private double differences() {
        return registry.get("sagamart.audit.differences").gauge().value();
    }

    private ContinuousAudit audit(int slice) {
        var properties = new AuditProperties(slice, Duration.ofMinutes(1));
        var round = new AuditRound(jdbc, rows, properties, Clock.systemUTC());
        var metrics = new AuditMetrics(rows, List.of(PAIRS), registry);
        return new ContinuousAudit(List.of(PAIRS), round, locks(), transactions(), metrics, Clock.systemUTC());
    }

    private LockProvider locks() {
        return new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                .withJdbcTemplate(jdbc)
                .withTableName("audit_lock")
                .usingDbTime()
                .build());
    }

    private TransactionTemplate transactions() {
        return new TransactionTemplate(transactions);
    }

    private void insert(long id, int a, int b) {
        jdbc.update("insert into pair values (?, ?, ?, ?)", id, position(Duration.ofDays(1)), a, b);
    }

    private static UUID position(Duration age) {
        return new UUID(Instant.now().minus(age).toEpochMilli() << 16 | 0x7000L, 0x8000_0000_0000_0000L);
    }
}
