package dev.sagamart.defaults.requests;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * {@link RequestKeys} with group commit: the writes that come while one is being committed share the next transaction.
 * Without load nobody waits for company. What cannot be done in a group (a key that is known already, a group of which
 * one member fails) is done alone. The effects of a group run in the order of their users, so an effect may lock what
 * belongs to its user and nothing else.
 */
public final class GroupedRequests {
    private static final Logger log = LoggerFactory.getLogger(GroupedRequests.class);
    private static final int MOST = 100;
    private static final Comparator<GroupMember> BY_USER =
            Comparator.comparing(member -> member.key().userId());

    private final RequestKeys alone;
    private final RequestKeyRows rows;
    private final TransactionOperations transactions;
    private final Queue<GroupMember> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    GroupedRequests(RequestKeys alone, RequestKeyRows rows, TransactionOperations transactions) {
        this.alone = alone;
        this.rows = rows;
        this.transactions = transactions;
    }

    /** As {@link RequestKeys#once}. */
    public ResponseEntity<String> once(RequestKey key, Object request, Supplier<Answer> effect) {
        if (busy.compareAndSet(false, true)) {
            try {
                return alone.once(key, request, effect);
            } finally {
                next();
            }
        }
        var member = GroupMember.of(key, alone.fingerprint(key, request), effect);
        waiting.add(member);
        startIfIdle();
        return await(member).map(StoredAnswer::toResponse).orElseGet(() -> alone.once(key, request, effect));
    }

    private static Optional<StoredAnswer> await(GroupMember member) {
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
            for (List<GroupMember> group = group(); !group.isEmpty(); group = group()) {
                commit(group);
            }
        } finally {
            next();
        }
    }

    private List<GroupMember> group() {
        var group = new ArrayList<GroupMember>();
        GroupMember member;
        while (group.size() < MOST && (member = waiting.poll()) != null) {
            group.add(member);
        }
        group.sort(BY_USER);
        return group;
    }

    private void commit(List<GroupMember> group) {
        try {
            Map<RequestKey, StoredAnswer> answers =
                    Objects.requireNonNull(transactions.execute(status -> inTransaction(group)));
            group.forEach(member -> member.outcome().complete(Optional.ofNullable(answers.remove(member.key()))));
        } catch (CannotCreateTransactionException outage) {
            group.forEach(member -> member.outcome().completeExceptionally(outage));
        } catch (RuntimeException | Error failure) {
            log.debug("A group of {} failed and is taken apart", group.size(), failure);
            group.forEach(member -> member.outcome().complete(Optional.empty()));
        }
    }

    /** The answers of those whose key is new. */
    private Map<RequestKey, StoredAnswer> inTransaction(List<GroupMember> group) {
        Set<RequestKey> claimed = rows.insert(group);
        var answers = new LinkedHashMap<RequestKey, StoredAnswer>();
        for (GroupMember member : group) {
            if (claimed.remove(member.key())) {
                answers.put(member.key(), member.run(alone::render));
            }
        }
        rows.complete(answers);
        return answers;
    }
}
