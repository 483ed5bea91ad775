package dev.sagamart.defaults.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.defaults.DefaultsTest;
import dev.sagamart.defaults.retention.RetentionProperties.Rule;
import dev.sagamart.messaging.participant.JdbcHandledCommands;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RetentionTest extends DefaultsTest {
    @Autowired
    private Retention configured;

    @Autowired
    private RetentionProperties properties;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeEach
    void table() {
        owner().execute("create table used (id int primary key, at timestamptz, finished boolean)");
        jdbc.update("delete from request_key");
    }

    @AfterEach
    void noTable() {
        owner().execute("drop table used");
    }

    @Test
    void old_rows_go_in_batches_and_young_ones_stay() {
        insert(1, 25, Duration.ofDays(9), true);
        insert(26, 3, Duration.ofDays(7), true);

        retention(10, null).prune();

        assertThat(ids()).containsExactly(26, 27, 28);
    }

    @Test
    void rows_that_are_still_needed_stay_however_old_they_are() {
        insert(1, 2, Duration.ofDays(90), true);
        insert(3, 2, Duration.ofDays(90), false);

        retention(10, "finished").prune();

        assertThat(ids()).containsExactly(3, 4);
    }

    @Test
    void a_row_that_somebody_works_on_is_passed_over_and_goes_the_next_time() {
        insert(1, 3, Duration.ofDays(9), true);

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.queryForList("select id from used where id = 2 for update");
            CompletableFuture.runAsync(retention(10, null)::prune).join();
        });

        assertThat(ids()).containsExactly(2);
        retention(10, null).prune();
        assertThat(ids()).isEmpty();
    }

    @Test
    void several_instances_share_the_work() {
        insert(1, 2_000, Duration.ofDays(9), true);
        insert(2_001, 1, Duration.ofDays(1), true);

        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(retention(50, null)::prune))
                        .limit(4)
                        .toArray(CompletableFuture[]::new))
                .join();
        retention(50, null).prune();

        assertThat(ids()).containsExactly(2_001);
    }

    @Test
    void a_table_that_a_service_does_not_have_is_passed_over() {
        new Retention(
                        jdbc,
                        new RetentionProperties(Map.of("no_such_table", new Rule("at", Duration.ofDays(8), null)), 10),
                        Clock.systemUTC())
                .prune();

        assertThat(errorsLogged()).isEmpty();
    }

    @Test
    void what_redelivery_needs_is_kept_longer_than_topics_keep_their_records() {
        assertThat(properties.tables()).containsKeys("request_key", "handled_command");
        assertThat(properties.tables().values())
                .allSatisfy(rule -> assertThat(rule.keep()).isGreaterThan(JdbcHandledCommands.MEMORY));
        assertThat(properties.tables()).doesNotContainKey("outbox");
    }

    @Test
    void request_keys_go_by_the_age_that_is_configured() {
        requestKey("old", Duration.ofDays(8).plusMinutes(1));
        requestKey("young", Duration.ofDays(8).minusMinutes(1));

        configured.prune();

        assertThat(jdbc.queryForList("select key from request_key", String.class))
                .containsExactly("young");
    }

    private void requestKey(String key, Duration age) {
        jdbc.update(
                "insert into request_key (user_id, operation, key, fingerprint, created_at) values ('u', 'o', ?, '', ?)",
                key,
                Timestamp.from(Instant.now().minus(age)));
    }

    private Retention retention(int batch, @Nullable String onlyIf) {
        var rule = new Rule("at", Duration.ofDays(8), onlyIf);
        return new Retention(jdbc, new RetentionProperties(Map.of("used", rule), batch), Clock.systemUTC());
    }

    private void insert(int first, int count, Duration age, boolean finished) {
        jdbc.update(
                "insert into used select i, ?, ? from generate_series(?, ?) as i",
                Timestamp.from(Instant.now().minus(age)),
                finished,
                first,
                first + count - 1);
    }

    private List<Integer> ids() {
        return jdbc.queryForList("select id from used order by id", Integer.class);
    }
}
