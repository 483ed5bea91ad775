package dev.sagamart.defaults.grouping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * What comes while one transaction is under way shares the next one. Without load nobody waits for company. A group that
 * fails is taken apart: each of its members is worked on alone, so that nobody answers for another.
 */
public final class GroupCommit<Q, A> {
    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);
    private static final int MOST = 100;

    private record Member<Q, A>(Q question, CompletableFuture<Optional<A>> outcome) {}

    private final Function<List<Q>, List<A>> work;
    private final Queue<Member<Q, A>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    /** @param work answers all, in their order, in one transaction; several threads may be in it at once */
    public GroupCommit(Function<List<Q>, List<A>> work) {
        this.work = work;
    }

    /**
     * Waits until the question is answered and its effect committed.
     *
     * @throws RuntimeException what the work throws of this question
     */
    public A join(Q question) {
        if (busy.compareAndSet(false, true)) {
            try {
                return alone(question);
            } finally {
                next();
            }
        }
        var member = new Member<Q, A>(question, new CompletableFuture<>());
        waiting.add(member);
        startIfIdle();
        return await(member).orElseGet(() -> alone(question));
    }

    private A alone(Q question) {
        return work.apply(List.of(question)).getFirst();
    }

    private Optional<A> await(Member<Q, A> member) {
        try {
            return member.outcome().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof CannotCreateTransactionException outage ? outage : failed;
        }
    }

    private void next() {
        busy.set(false);
        startIfIdle();
    }

    private void startIfIdle() {
        if (!waiting.isEmpty() && busy.compareAndSet(false, true)) {
            Thread.ofVirtual().name("group-commit").start(this::workOff);
        }
    }

    private void workOff() {
        try {
            for (List<Member<Q, A>> group = group(); !group.isEmpty(); group = group()) {
                commit(group);
            }
        } finally {
            next();
        }
    }

    private List<Member<Q, A>> group() {
        var group = new ArrayList<Member<Q, A>>();
        Member<Q, A> member;
        while (group.size() < MOST && (member = waiting.poll()) != null) {
            group.add(member);
        }
        return group;
    }

    private void commit(List<Member<Q, A>> group) {
        try {
            List<A> answers = work.apply(group.stream().map(Member::question).toList());
            for (int index = 0; index < group.size(); index++) {
                group.get(index).outcome().complete(Optional.of(answers.get(index)));
            }
        } catch (CannotCreateTransactionException outage) {
            group.forEach(member -> member.outcome().completeExceptionally(outage));
        } catch (RuntimeException | Error failure) {
            log.debug("A group of {} failed and is taken apart", group.size(), failure);
            group.forEach(member -> member.outcome().complete(Optional.empty()));
        }
    }
}
