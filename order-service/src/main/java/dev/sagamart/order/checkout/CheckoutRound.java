package dev.sagamart.order.checkout;

import dev.sagamart.contracts.SagaMessage;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.Received;
import dev.sagamart.order.ordering.Settlement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The work on one set of locked sagas, in memory: what changed, which verdicts fell, what is to be sent. */
final class CheckoutRound {
    private final CheckoutMessagesFeed feed;
    private final CheckoutProgress progress;
    private final Instant now;
    private final Map<UUID, CheckoutRow> rows = new HashMap<>();
    private final Set<UUID> changed = new LinkedHashSet<>();
    private final List<Settlement> verdicts = new ArrayList<>();
    private final List<Outgoing> outgoing = new ArrayList<>();

    CheckoutRound(CheckoutMessagesFeed feed, CheckoutProgress progress, Instant now) {
        this.feed = feed;
        this.progress = progress;
        this.now = now;
    }

    void know(List<CheckoutRow> locked) {
        locked.forEach(row -> rows.put(row.checkout().orderId(), row));
    }

    void take(Received reply) {
        SagaMessage body = (SagaMessage) reply.body();
        CheckoutRow row = rows.get(body.orderId());
        if (row == null) {
            progress.metrics().replyOfUnknownOrder();
            return;
        }
        switch (CheckoutSaga.decide(row.checkout(), body)) {
            case Decision.Step step -> advance(row, step, reply.id());
            case Decision.Ignored _ -> repeatOrIgnore(row, reply);
        }
    }

    /** A redelivered reply means that its consequences may never have been sent: the row still tells them. */
    private void repeatOrIgnore(CheckoutRow row, Received reply) {
        if (reply.id().equals(row.lastReply())) {
            progress.metrics().replyRepeated();
            outgoing.addAll(feed.messages(row));
        } else {
            progress.metrics().replyIgnored();
            note(row, (SagaMessage) reply.body());
        }
    }

    /** A reply that comes when the order is being given up tells what had been unknown; before, it is only a repetition. */
    private void note(CheckoutRow row, SagaMessage reply) {
        if (row.checkout().reason() != null && row.ignored() < Journal.MOST_IGNORED) {
            put(progress.ignore(row, reply, now));
        }
    }

    void remind(CheckoutRow row) {
        if (now.isBefore(row.deadline()) || row.checkout().state() == CheckoutState.COMPENSATING) {
            askAgain(row);
            return;
        }
        switch (CheckoutSaga.expire(row.checkout())) {
            case Decision.Step step -> advance(row, step, null);
            case Decision.Ignored _ -> throw new IllegalStateException("an ended saga is never due: " + row);
        }
    }

    /** What an operator asks for: the outstanding commands once more, now. */
    Steering retry(CheckoutRow row) {
        if (row.checkout().state().isEnd()) {
            return Steering.ENDED;
        }
        askAgain(row);
        return Steering.DONE;
    }

    /** What an operator asks for: the order is undone as if its time were up. */
    Steering callOff(CheckoutRow row) {
        return switch (CheckoutSaga.callOff(row.checkout())) {
            case Decision.Step step -> {
                advance(row, step, null);
                yield Steering.DONE;
            }
            case Decision.Ignored _ -> row.checkout().state().isEnd() ? Steering.ENDED : Steering.COMPENSATING_ALREADY;
        };
    }

    private void askAgain(CheckoutRow row) {
        put(progress.again(row, now));
        outgoing.addAll(feed.messages(row));
    }

    private void advance(CheckoutRow row, Decision.Step step, @Nullable String reply) {
        CheckoutRow next = progress.advance(row, step, reply, now);
        put(next);
        outgoing.addAll(
                next.checkout().state().isEnd()
                        ? feed.messages(next)
                        : feed.commands(next.checkout(), step.commands()));
        if (step.verdict() != null) {
            verdicts.add(step.verdict());
            progress.settled(row, step.verdict(), now);
        }
    }

    private void put(CheckoutRow row) {
        rows.put(row.checkout().orderId(), row);
        changed.add(row.checkout().orderId());
    }

    List<CheckoutRow> changed() {
        return changed.stream().map(id -> Objects.requireNonNull(rows.get(id))).toList();
    }

    List<Settlement> verdicts() {
        return verdicts;
    }

    List<Outgoing> outgoing() {
        return outgoing;
    }
}
