package dev.sagamart.point.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sagamart.defaults.problem.ProblemException;
import dev.sagamart.defaults.requests.Answer;
import dev.sagamart.defaults.requests.GroupedRequests;
import dev.sagamart.defaults.requests.RequestKey;
import dev.sagamart.point.PointServiceTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What comes while a charge is being committed goes into one transaction, but nobody answers for another. */
class GroupCommitTest extends PointServiceTest {
    private static final String TRANSACTION = "select pg_current_xact_id()::text";

    @Autowired
    GroupedRequests requests;

    private final CountDownLatch busy = new CountDownLatch(1);
    private final CountDownLatch free = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();
    private final List<Set<String>> prepared = new CopyOnWriteArrayList<>();
    private final Consumer<Set<String>> preparation = prepared::add;

    @Test
    void writes_that_come_during_a_commit_share_the_next_transaction() throws Exception {
        FutureTask<ResponseEntity<String>> first = whileBusy();
        List<FutureTask<ResponseEntity<String>>> others = List.of(
                ask(someKeyOf(someone()), this::transaction),
                ask(someKeyOf(someone()), this::transaction),
                ask(someKeyOf(someone()), this::transaction));
        letGo();

        String alone = first.get().getBody();
        String shared = others.getFirst().get().getBody();
        assertThat(shared).isNotEqualTo(alone);
        for (var other : others) {
            assertThat(other.get().getBody()).isEqualTo(shared);
        }
    }

    @Test
    void what_a_group_needs_is_prepared_once_for_all_its_users() throws Exception {
        RequestKey mina = someKeyOf(someone());
        RequestKey juno = someKeyOf(someone());
        FutureTask<ResponseEntity<String>> first = whileBusy();
        List<FutureTask<ResponseEntity<String>>> others =
                List.of(ask(mina, this::transaction), ask(mina, this::transaction), ask(juno, this::transaction));
        letGo();

        first.get();
        for (var other : others) {
            other.get();
        }
        assertThat(prepared).hasSize(2).last().isEqualTo(Set.of(mina.userId(), juno.userId()));
    }

    @Test
    void a_failing_member_takes_nobody_down_and_leaves_no_key() throws Exception {
        RequestKey broken = someKeyOf(someone());
        FutureTask<ResponseEntity<String>> first = whileBusy();
        var good = ask(someKeyOf(someone()), this::transaction);
        var bad = ask(broken, () -> {
            throw new IllegalStateException("broken");
        });
        var alsoGood = ask(someKeyOf(someone()), this::transaction);
        letGo();

        assertThat(first.get().getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(good.get().getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(alsoGood.get().getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThatThrownBy(bad::get).cause().hasMessage("broken");
        assertThat(jdbc.queryForObject("select count(*) from request_key where key = ?", Integer.class, broken.value()))
                .isZero();
    }

    @Test
    void duplicates_in_a_group_get_the_first_answer_and_another_request_is_refused() throws Exception {
        RequestKey key = someKeyOf(someone());
        FutureTask<ResponseEntity<String>> first = whileBusy();
        var one = ask(key, this::transaction);
        var same = ask(key, this::transaction);
        var other = ask(key, "another request", this::transaction);
        letGo();

        first.get();
        assertThat(same.get().getBody()).isEqualTo(one.get().getBody());
        assertThatThrownBy(other::get).hasCauseInstanceOf(ProblemException.class);
    }

    private FutureTask<ResponseEntity<String>> whileBusy() throws InterruptedException {
        var first = start(someKeyOf(someone()), "request", () -> {
            busy.countDown();
            awaitFree();
            return transaction();
        });
        busy.await();
        return first;
    }

    private void awaitFree() {
        try {
            free.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private Answer transaction() {
        return Answer.of(HttpStatus.CREATED, jdbc.queryForObject(TRANSACTION, String.class));
    }

    private FutureTask<ResponseEntity<String>> ask(RequestKey key, Supplier<Answer> effect) {
        return ask(key, "request", effect);
    }

    /** Returns when the request waits. */
    private FutureTask<ResponseEntity<String>> ask(RequestKey key, String request, Supplier<Answer> effect) {
        var task = start(key, request, effect);
        Thread thread = threads.getLast();
        await().until(() -> thread.getState() == Thread.State.WAITING);
        return task;
    }

    private FutureTask<ResponseEntity<String>> start(RequestKey key, String request, Supplier<Answer> effect) {
        var task = new FutureTask<>(() -> requests.once(key, request, preparation, effect));
        threads.add(Thread.ofVirtual().start(task));
        return task;
    }

    private void letGo() {
        free.countDown();
    }

    private static RequestKey someKeyOf(String user) {
        return new RequestKey(user, "POST /v1/points/charges", someKey());
    }
}
