package dev.sagamart.faultagent.program;

import dev.sagamart.contracts.SagaMessage;
import dev.sagamart.contracts.Topics;
import dev.sagamart.contracts.point.DeductPoints;
import dev.sagamart.contracts.point.DeductPointsRejected;
import dev.sagamart.contracts.point.PointsDeducted;
import dev.sagamart.contracts.point.PointsRefunded;
import dev.sagamart.contracts.point.RefundPoints;
import dev.sagamart.messaging.Received;
import dev.sagamart.messaging.WireTypes;
import dev.sagamart.messaging.participant.CommandSubscription;
import dev.sagamart.messaging.participant.HandledCommand;
import dev.sagamart.messaging.participant.HandledCommands;
import dev.sagamart.messaging.participant.Participant;
import dev.sagamart.messaging.participant.Task;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Scanner;
import java.util.UUID;

/** Reads {@code pay} and {@code refund} line by line, all for one order, and says after each what is in the till. */
public final class Till implements Participant<List<Task>>, HandledCommands {
    private final UUID order = UUID.randomUUID();
    private final List<HandledCommand> records = new ArrayList<>();
    private long taken;

    public static void main(String[] arguments) {
        var till = new Till();
        var subscription = new CommandSubscription<>(
                Topics.POINT_COMMANDS, "till", WireTypes.of(DeductPoints.class, RefundPoints.class), till, till);
        System.out.println("open");
        var input = new Scanner(System.in);
        while (input.hasNextLine()) {
            boolean pays = input.nextLine().equals("pay");
            Object command = pays ? new DeductPoints(till.order, "mina", 10) : new RefundPoints(till.order, "mina");
            subscription.handle(List.of(received(command)));
            System.out.println("till " + till.taken);
        }
    }

    private static Received received(Object command) {
        return new Received(UUID.randomUUID().toString(), command, null, 0, 0, null, null);
    }

    @Override
    public String step() {
        return "till";
    }

    @Override
    public boolean isCompensation(SagaMessage command) {
        return command instanceof RefundPoints;
    }

    @Override
    public List<Task> load(List<Task> tasks) {
        return tasks;
    }

    @Override
    public SagaMessage act(SagaMessage action, List<Task> state) {
        taken += ((DeductPoints) action).amount();
        return new PointsDeducted(order, ((DeductPoints) action).amount(), 0);
    }

    @Override
    public boolean hadEffect(SagaMessage reply) {
        return reply instanceof PointsDeducted;
    }

    @Override
    public void undo(SagaMessage compensation, SagaMessage reply, List<Task> state) {
        taken -= ((PointsDeducted) reply).amount();
    }

    @Override
    public SagaMessage undone(SagaMessage compensation) {
        return new PointsRefunded(order);
    }

    @Override
    public SagaMessage tooLate(SagaMessage compensation) {
        return new DeductPointsRejected(order, "ORDER_TIMED_OUT", "too late");
    }

    @Override
    public List<HandledCommand> find(String step, Collection<UUID> orderIds) {
        return List.copyOf(records);
    }

    @Override
    public void add(String step, List<HandledCommand> handled) {
        records.addAll(handled);
    }
}
