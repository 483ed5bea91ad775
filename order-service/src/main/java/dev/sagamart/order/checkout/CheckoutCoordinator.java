package dev.sagamart.order.checkout;

import dev.sagamart.contracts.SagaMessage;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.Received;
import dev.sagamart.order.ordering.SettleOrders;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One transaction for many sagas: lock the rows, decide in memory, save, settle the orders, hand out the messages. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CheckoutCoordinator {
    private static final int MOST_DUE = 200;

    private final Checkouts checkouts;
    private final SettleOrders settleOrders;
    private final CheckoutMessagesFeed feed;
    private final CheckoutProgress progress;
    private final CheckoutSending sending;
    private final Clock clock;

    CheckoutCoordinator(
            Checkouts checkouts,
            SettleOrders settleOrders,
            CheckoutMessagesFeed feed,
            CheckoutProgress progress,
            CheckoutSending sending,
            Clock clock) {
        this.checkouts = checkouts;
        this.settleOrders = settleOrders;
        this.feed = feed;
        this.progress = progress;
        this.sending = sending;
        this.clock = clock;
    }

    /** Begins sagas, and sends their first commands after the commit. */
    void begin(List<Checkout> begun) {
        Instant now = clock.instant();
        List<CheckoutRow> rows =
                begun.stream().map(checkout -> progress.begin(checkout, now)).toList();
        checkouts.add(rows);
        sending.afterCommit(
                rows.stream().flatMap(row -> feed.messages(row).stream()).toList());
    }

    List<Outgoing> handle(List<Received> replies) {
        var round = new CheckoutRound(feed, progress, clock.instant());
        List<UUID> orders = replies.stream()
                .map(reply -> ((SagaMessage) reply.body()).orderId())
                .distinct()
                .toList();
        round.know(checkouts.lock(orders));
        replies.forEach(round::take);
        return finish(round);
    }

    /** Looks at sagas that are due; any number of instances may do so at once. */
    List<Outgoing> handleDue() {
        Instant now = clock.instant();
        var round = new CheckoutRound(feed, progress, now);
        List<CheckoutRow> due = checkouts.lockDue(now, MOST_DUE);
        round.know(due);
        due.forEach(round::remind);
        return finish(round);
    }

    /** Does what an operator asks of one saga, and says so after the commit. */
    Steering steer(UUID orderId, BiFunction<CheckoutRound, CheckoutRow, Steering> wish) {
        var round = new CheckoutRound(feed, progress, clock.instant());
        List<CheckoutRow> found = checkouts.lock(List.of(orderId));
        if (found.isEmpty()) {
            return Steering.NO_SUCH_SAGA;
        }
        round.know(found);
        Steering outcome = wish.apply(round, found.getFirst());
        sending.afterCommit(finish(round));
        return outcome;
    }

    private List<Outgoing> finish(CheckoutRound round) {
        checkouts.update(round.changed());
        settleOrders.settle(round.verdicts());
        return round.outgoing();
    }
}
