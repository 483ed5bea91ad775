package dev.sagamart.point.payment;

import dev.sagamart.contracts.SagaMessage;
import dev.sagamart.contracts.point.DeductPoints;
import dev.sagamart.contracts.point.DeductPointsRejected;
import dev.sagamart.contracts.point.PointsDeducted;
import dev.sagamart.contracts.point.PointsRefunded;
import dev.sagamart.contracts.point.RefundPoints;
import dev.sagamart.messaging.WireTypes;
import dev.sagamart.messaging.participant.Participant;
import dev.sagamart.messaging.participant.Task;
import dev.sagamart.point.wallet.LockWallets;
import dev.sagamart.point.wallet.LockedWallets;
import dev.sagamart.point.wallet.PaymentOutcome;
import dev.sagamart.point.wallet.PaymentOutcome.InsufficientPoints;
import dev.sagamart.point.wallet.PaymentOutcome.Paid;
import dev.sagamart.point.wallet.Points;
import dev.sagamart.point.wallet.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes the price of an order from its user's points, and gives back what the record says was taken. */
@Component
class PaymentParticipant implements Participant<LockedWallets> {
    static final WireTypes COMMANDS = WireTypes.of(DeductPoints.class, RefundPoints.class);
    static final WireTypes REPLIES =
            WireTypes.of(PointsDeducted.class, DeductPointsRejected.class, PointsRefunded.class);

    private final LockWallets wallets;

    PaymentParticipant(LockWallets wallets) {
        this.wallets = wallets;
    }

    @Override
    public String step() {
        return "payment";
    }

    @Override
    public boolean isCompensation(SagaMessage command) {
        return command instanceof RefundPoints;
    }

    @Override
    public LockedWallets load(List<Task> tasks) {
        var payers = new ArrayList<UserId>();
        var toRefund = new ArrayList<UUID>();
        for (Task task : tasks) {
            if (task.command() instanceof DeductPoints deduct) {
                payers.add(new UserId(deduct.userId()));
            } else if (task.reply() instanceof PointsDeducted paid) {
                toRefund.add(paid.orderId());
            }
        }
        return wallets.lock(payers, toRefund);
    }

    @Override
    public SagaMessage act(SagaMessage action, LockedWallets locked) {
        var deduct = (DeductPoints) action;
        return reply(deduct, locked.pay(new UserId(deduct.userId()), deduct.orderId(), new Points(deduct.amount())));
    }

    private static SagaMessage reply(DeductPoints deduct, PaymentOutcome outcome) {
        return switch (outcome) {
            case Paid paid -> new PointsDeducted(deduct.orderId(), deduct.amount(), paid.balance());
            case InsufficientPoints refused ->
                new DeductPointsRejected(
                        deduct.orderId(),
                        "INSUFFICIENT_POINTS",
                        "The order costs %d points, the balance is %d.".formatted(deduct.amount(), refused.balance()));
        };
    }

    @Override
    public boolean hadEffect(SagaMessage reply) {
        return reply instanceof PointsDeducted;
    }

    @Override
    public void undo(SagaMessage compensation, SagaMessage reply, LockedWallets locked) {
        var paid = (PointsDeducted) reply;
        locked.refund(paid.orderId(), new Points(paid.amount()));
    }

    @Override
    public SagaMessage undone(SagaMessage compensation) {
        return new PointsRefunded(compensation.orderId());
    }

    @Override
    public SagaMessage tooLate(SagaMessage compensation) {
        return new DeductPointsRejected(
                compensation.orderId(), "ORDER_TIMED_OUT", "The order was called off before it was paid.");
    }
}
