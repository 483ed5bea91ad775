package dev.sagamart.messaging.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sagamart.contracts.SagaMessage;
import dev.sagamart.contracts.point.DeductPoints;
import dev.sagamart.contracts.point.DeductPointsRejected;
import dev.sagamart.contracts.point.PointsDeducted;
import dev.sagamart.contracts.point.PointsRefunded;
import dev.sagamart.contracts.point.RefundPoints;
import dev.sagamart.messaging.MessageJson;
import dev.sagamart.messaging.MessagingTest;
import dev.sagamart.messaging.Uuid7;
import dev.sagamart.messaging.WireTypes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/** The records of a participant on a real database, and two instances that work on the same order at once. */
class RacingParticipantsTest extends MessagingTest {
    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MessageJson json;

    private final UUID order = UUID.randomUUID();
    private final DeductPoints action = new DeductPoints(order, "u", 10);
    private final RefundPoints compensation = new RefundPoints(order, "u");

    private HandledCommands records;

    @BeforeEach
    void records() {
        var replies = WireTypes.of(PointsDeducted.class, DeductPointsRejected.class, PointsRefunded.class);
        records = new JdbcHandledCommands(jdbc, json, replies, Clock.systemUTC());
    }

    private List<SagaMessage> answer(Ledger ledger, SagaMessage... commands) {
        return transactions.execute(status -> {
            List<SagaMessage> replies = new ParticipantBarrier<>(ledger, records).answer(List.of(commands));
            ledger.book.forEach(entry -> jdbc.update(
                    "insert into noted (inbox, note, partition) values (?, ?, 0)", inbox(commands[0]), entry));
            return replies;
        });
    }

    private static <T> CompletableFuture<T> elsewhere(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
    }

    private static String inbox(SagaMessage command) {
        return "order-" + command.orderId();
    }

    private List<String> effects() {
        return jdbc.queryForList("select note from noted where inbox = ? order by id", String.class, inbox(action));
    }

    /** Answers in a transaction that waits before its commit. */
    private CompletableFuture<List<SagaMessage>> answerSlowly(
            CountDownLatch answered, CountDownLatch mayCommit, SagaMessage command) {
        return elsewhere(() -> transactions.execute(status -> {
            List<SagaMessage> replies = answer(new Ledger(), command);
            answered.countDown();
            awaitLatch(mayCommit);
            return replies;
        }));
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void awaitSomebodyBlocked() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.queryForObject("select count(*) from pg_locks where not granted", Integer.class) > 0);
    }

    @Test
    void only_orders_of_before_the_memory_may_be_forgotten() {
        Instant oldest = Instant.now().minus(JdbcHandledCommands.MEMORY);

        assertThat(records.mayHaveForgotten(orderOf(oldest.minusSeconds(60)))).isTrue();
        assertThat(records.mayHaveForgotten(orderOf(oldest.plusSeconds(60)))).isFalse();
        assertThat(records.mayHaveForgotten(Uuid7.next())).isFalse();
        assertThat(records.mayHaveForgotten(new UUID(0, 0))).isFalse();
    }

    private static UUID orderOf(Instant time) {
        return new UUID(time.toEpochMilli() << 16 | 0x7000, Long.MIN_VALUE);
    }

    @Test
    void a_compensation_that_meets_an_uncommitted_action_gives_way_and_then_takes_it_back() {
        var acted = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        var acting = answerSlowly(acted, mayCommit, action);
        awaitLatch(acted);
        var compensating = elsewhere(() -> answer(new Ledger(), compensation));
        awaitSomebodyBlocked();

        mayCommit.countDown();

        assertThat(acting.join()).containsExactly(new PointsDeducted(order, 10, 990));
        assertThatThrownBy(compensating::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(DuplicateKeyException.class);
        assertThat(answer(new Ledger(), compensation)).containsExactly(new PointsRefunded(order));
        assertThat(effects()).containsExactly("-10", "+10");
    }

    @Test
    void the_late_commit_of_a_zombie_loses_against_the_compensation() {
        var compensated = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        var compensating = answerSlowly(compensated, mayCommit, compensation);
        awaitLatch(compensated);
        var zombie = elsewhere(() -> answer(new Ledger(), action));
        awaitSomebodyBlocked();

        mayCommit.countDown();

        assertThat(compensating.join()).containsExactly(new PointsRefunded(order));
        assertThatThrownBy(zombie::join).hasCauseInstanceOf(DuplicateKeyException.class);
        assertThat(answer(new Ledger(), action)).singleElement().isInstanceOf(DeductPointsRejected.class);
        assertThat(effects()).isEmpty();
    }

    @Test
    void of_two_instances_with_the_same_action_one_has_the_effect_and_both_the_reply() {
        var acted = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        var first = answerSlowly(acted, mayCommit, action);
        awaitLatch(acted);
        var second = elsewhere(() -> answer(new Ledger(), action));
        awaitSomebodyBlocked();

        mayCommit.countDown();

        assertThatThrownBy(second::join).hasCauseInstanceOf(DuplicateKeyException.class);
        assertThat(answer(new Ledger(), action)).isEqualTo(first.join());
        assertThat(effects()).containsExactly("-10");
    }

    @Test
    void whatever_the_order_of_events_the_effect_is_taken_back_or_never_happens() {
        for (int round = 0; round < 40; round++) {
            UUID one = UUID.randomUUID();
            var act = new DeductPoints(one, "u", 10);
            var compensate = new RefundPoints(one, "u");

            List<CompletableFuture<SagaMessage>> racers = IntStream.range(0, 4)
                    .mapToObj(i -> elsewhere(() -> untilAnswered(i % 2 == 0 ? act : compensate)))
                    .toList();
            racers.forEach(CompletableFuture::join);

            List<String> effects =
                    jdbc.queryForList("select note from noted where inbox = ? order by id", String.class, inbox(act));
            assertThat(effects).isIn(List.of(), List.of("-10", "+10"));
            assertThat(racers.get(0).join()).isEqualTo(racers.get(2).join());
            assertThat(racers.get(0).join() instanceof PointsDeducted).isEqualTo(!effects.isEmpty());
            assertThat(Stream.of(1, 3).map(i -> racers.get(i).join())).containsOnly(new PointsRefunded(one));
        }
    }

    /** What redelivery does. */
    private SagaMessage untilAnswered(SagaMessage command) {
        while (true) {
            try {
                Thread.yield();
                return answer(new Ledger(), command).getFirst();
            } catch (DuplicateKeyException | ConcurrencyFailureException lostTheRace) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void records_survive_as_they_were() {
        var replies = List.of(
                new HandledCommand(new HandledCommand.Key(order, false), new PointsDeducted(order, 10, 990)),
                new HandledCommand(new HandledCommand.Key(order, true), new PointsRefunded(order)));

        records.add("points", replies);
        records.add("points", List.of());

        assertThat(records.find("points", List.of(order, UUID.randomUUID())))
                .containsExactlyInAnyOrderElementsOf(replies);
        assertThat(records.find("stock", List.of(order))).isEmpty();
        assertThatThrownBy(() -> records.add("points", List.of(replies.getFirst())))
                .isInstanceOf(DuplicateKeyException.class);
    }
}
