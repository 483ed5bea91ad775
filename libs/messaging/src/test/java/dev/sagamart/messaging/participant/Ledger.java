package dev.sagamart.messaging.participant;

import dev.sagamart.contracts.SagaMessage;
import dev.sagamart.contracts.point.DeductPoints;
import dev.sagamart.contracts.point.DeductPointsRejected;
import dev.sagamart.contracts.point.PointsDeducted;
import dev.sagamart.contracts.point.PointsRefunded;
import dev.sagamart.contracts.point.RefundPoints;
import java.util.ArrayList;
import java.util.List;

/** A participant that keeps its book in a list: what it did, in the order in which it did it. */
class Ledger implements Participant<List<Task>> {
    static final long LIMIT = 1000;

    final List<String> book = new ArrayList<>();
    final List<List<Task>> loaded = new ArrayList<>();

    @Override
    public String step() {
        return "points";
    }

    @Override
    public boolean isCompensation(SagaMessage command) {
        return command instanceof RefundPoints;
    }

    @Override
    public List<Task> load(List<Task> tasks) {
        loaded.add(tasks);
        return tasks;
    }

    @Override
    public SagaMessage act(SagaMessage action, List<Task> state) {
        DeductPoints deduct = (DeductPoints) action;
        if (deduct.amount() > LIMIT) {
            return new DeductPointsRejected(deduct.orderId(), "INSUFFICIENT_POINTS", "too much");
        }
        book.add("-" + deduct.amount());
        return new PointsDeducted(deduct.orderId(), deduct.amount(), LIMIT - deduct.amount());
    }

    @Override
    public boolean hadEffect(SagaMessage reply) {
        return reply instanceof PointsDeducted;
    }

    @Override
    public void undo(SagaMessage compensation, SagaMessage reply, List<Task> state) {
        book.add("+" + ((PointsDeducted) reply).amount());
    }

    @Override
    public SagaMessage undone(SagaMessage compensation) {
        return new PointsRefunded(compensation.orderId());
    }

    @Override
    public SagaMessage tooLate(SagaMessage compensation) {
        return new DeductPointsRejected(compensation.orderId(), "ORDER_TIMED_OUT", "given back already");
    }
}
