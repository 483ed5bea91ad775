package dev.sagamart.order.checkout;

import dev.sagamart.contracts.SagaMessage;
import dev.sagamart.contracts.coupon.CouponRestored;
import dev.sagamart.contracts.coupon.CouponUseRejected;
import dev.sagamart.contracts.coupon.CouponUsed;
import dev.sagamart.contracts.coupon.RestoreCoupon;
import dev.sagamart.contracts.coupon.UseCoupon;
import dev.sagamart.contracts.point.DeductPoints;
import dev.sagamart.contracts.point.DeductPointsRejected;
import dev.sagamart.contracts.point.PointsDeducted;
import dev.sagamart.contracts.point.PointsRefunded;
import dev.sagamart.contracts.point.RefundPoints;
import dev.sagamart.contracts.product.DeductStock;
import dev.sagamart.contracts.product.DeductStockRejected;
import dev.sagamart.contracts.product.PricedLine;
import dev.sagamart.contracts.product.RestoreStock;
import dev.sagamart.contracts.product.StockDeducted;
import dev.sagamart.contracts.product.StockRestored;
import dev.sagamart.messaging.participant.HandledCommand;
import dev.sagamart.messaging.participant.HandledCommands;
import dev.sagamart.messaging.participant.Participant;
import dev.sagamart.messaging.participant.ParticipantBarrier;
import dev.sagamart.messaging.participant.Task;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;

/** One participant behind the real barrier, whose only effect is to count how often it took and gave back. */
final class SimulatedParticipant implements Participant<Void>, HandledCommands {
    static final long PRICE = 100;

    final CheckoutStep step;
    private final boolean refuses;
    private final List<HandledCommand> records = new ArrayList<>();
    private List<HandledCommand> reading = records;
    private final ParticipantBarrier<Void> barrier = new ParticipantBarrier<>(this, this);
    int taken;
    int givenBack;

    SimulatedParticipant(CheckoutStep step, boolean refuses) {
        this.step = step;
        this.refuses = refuses;
    }

    /** Handles a poll in one transaction; without a commit nothing of it remains. */
    List<SagaMessage> handle(List<SagaMessage> commands, Crash crash) {
        int takenBefore = taken;
        int givenBackBefore = givenBack;
        List<HandledCommand> recordsBefore = List.copyOf(records);
        List<SagaMessage> answers = barrier.answer(commands);
        if (!crash.commits()) {
            rollBack(takenBefore, givenBackBefore, recordsBefore);
        } else if (crash == Crash.NEVER_BUT_OVERTAKEN) {
            goOnWith(recordsBefore, commands);
        }
        return answers;
    }

    private void rollBack(int takenBefore, int givenBackBefore, List<HandledCommand> recordsBefore) {
        taken = takenBefore;
        givenBack = givenBackBefore;
        records.clear();
        records.addAll(recordsBefore);
    }

    /** A second instance that has read its records before the first one committed; the unique keys stop it. */
    private void goOnWith(List<HandledCommand> read, List<SagaMessage> commands) {
        int takenBefore = taken;
        int givenBackBefore = givenBack;
        List<HandledCommand> committed = List.copyOf(records);
        reading = read;
        try {
            barrier.answer(commands);
        } catch (DuplicateKeyException tooLate) {
            rollBack(takenBefore, givenBackBefore, committed);
        } finally {
            reading = records;
        }
    }

    int effect() {
        return taken - givenBack;
    }

    @Override
    public String step() {
        return step.name();
    }

    @Override
    public boolean isCompensation(SagaMessage command) {
        return command instanceof RestoreCoupon || command instanceof RestoreStock || command instanceof RefundPoints;
    }

    @Override
    public Void load(List<Task> tasks) {
        return null;
    }

    @Override
    public SagaMessage act(SagaMessage action, Void state) {
        if (!refuses) {
            taken++;
        }
        return switch (action) {
            case UseCoupon use when refuses -> new CouponUseRejected(use.orderId(), "COUPON_NOT_FOUND", "");
            case UseCoupon use -> new CouponUsed(use.orderId(), use.couponId(), "FIXED", 30, null);
            case DeductStock deduct when refuses -> new DeductStockRejected(deduct.orderId(), "OUT_OF_STOCK", "");
            case DeductStock deduct ->
                new StockDeducted(
                        deduct.orderId(),
                        deduct.lines().stream()
                                .map(line -> new PricedLine(line.productId(), line.quantity(), PRICE))
                                .toList());
            case DeductPoints deduct
            when refuses -> new DeductPointsRejected(deduct.orderId(), "INSUFFICIENT_POINTS", "");
            case DeductPoints deduct -> new PointsDeducted(deduct.orderId(), deduct.amount(), 0);
            default -> throw new AssertionError(action);
        };
    }

    @Override
    public boolean hadEffect(SagaMessage reply) {
        return reply instanceof CouponUsed || reply instanceof StockDeducted || reply instanceof PointsDeducted;
    }

    @Override
    public void undo(SagaMessage compensation, SagaMessage reply, Void state) {
        givenBack++;
    }

    @Override
    public SagaMessage undone(SagaMessage compensation) {
        UUID order = compensation.orderId();
        return switch (step) {
            case COUPON -> new CouponRestored(order);
            case STOCK -> new StockRestored(order);
            case POINTS -> new PointsRefunded(order);
        };
    }

    @Override
    public SagaMessage tooLate(SagaMessage compensation) {
        UUID order = compensation.orderId();
        return switch (step) {
            case COUPON -> new CouponUseRejected(order, "ORDER_TIMED_OUT", "");
            case STOCK -> new DeductStockRejected(order, "ORDER_TIMED_OUT", "");
            case POINTS -> new DeductPointsRejected(order, "ORDER_TIMED_OUT", "");
        };
    }

    @Override
    public List<HandledCommand> find(String wanted, Collection<UUID> orderIds) {
        return List.copyOf(reading);
    }

    @Override
    public void add(String wanted, List<HandledCommand> handled) {
        for (HandledCommand command : handled) {
            if (records.stream().anyMatch(known -> known.key().equals(command.key()))) {
                throw new DuplicateKeyException(command.key().toString());
            }
            records.add(command);
        }
    }
}
