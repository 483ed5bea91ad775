package dev.sagamart.product.stock;

import dev.sagamart.contracts.SagaMessage;
import dev.sagamart.contracts.product.DeductStock;
import dev.sagamart.contracts.product.DeductStockRejected;
import dev.sagamart.contracts.product.OrderLine;
import dev.sagamart.contracts.product.PricedLine;
import dev.sagamart.contracts.product.RestoreStock;
import dev.sagamart.contracts.product.StockDeducted;
import dev.sagamart.contracts.product.StockRestored;
import dev.sagamart.messaging.participant.Participant;
import dev.sagamart.messaging.participant.Task;
import dev.sagamart.product.catalog.OpenShelf;
import dev.sagamart.product.catalog.Price;
import dev.sagamart.product.catalog.Quantity;
import dev.sagamart.product.catalog.Shelf;
import dev.sagamart.product.catalog.StockLine;
import dev.sagamart.product.catalog.Taking;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Serves orders from stock: {@code product.deduct-stock} and its compensation {@code product.restore-stock}. */
@Component
class StockParticipant implements Participant<Shelf> {
    private final OpenShelf openShelf;

    StockParticipant(OpenShelf openShelf) {
        this.openShelf = openShelf;
    }

    @Override
    public String step() {
        return "stock";
    }

    @Override
    public boolean isCompensation(SagaMessage command) {
        return command instanceof RestoreStock;
    }

    @Override
    public Shelf load(List<Task> tasks) {
        return openShelf.open(tasks.stream().flatMap(StockParticipant::touched).collect(Collectors.toSet()));
    }

    private static Stream<Long> touched(Task task) {
        if (task.command() instanceof DeductStock deduct) {
            return deduct.lines().stream().map(OrderLine::productId);
        }
        return task.reply() instanceof StockDeducted deducted
                ? deducted.lines().stream().map(PricedLine::productId)
                : Stream.empty();
    }

    @Override
    public SagaMessage act(SagaMessage action, Shelf shelf) {
        var order = (DeductStock) action;
        List<StockLine> wanted = order.lines().stream()
                .map(line -> new StockLine(line.productId(), new Quantity(line.quantity())))
                .toList();
        return switch (shelf.take(wanted)) {
            case Taking.Taken taken -> new StockDeducted(order.orderId(), priced(order.lines(), taken.unitPrices()));
            case Taking.UnknownProduct unknown ->
                new DeductStockRejected(
                        order.orderId(), "PRODUCT_NOT_FOUND", "There is no product " + unknown.productId() + ".");
            case Taking.OutOfStock out ->
                new DeductStockRejected(
                        order.orderId(), "OUT_OF_STOCK", "There is not enough of product " + out.productId() + ".");
        };
    }

    private static List<PricedLine> priced(List<OrderLine> lines, List<Price> unitPrices) {
        return IntStream.range(0, lines.size())
                .mapToObj(i -> new PricedLine(
                        lines.get(i).productId(),
                        lines.get(i).quantity(),
                        unitPrices.get(i).points()))
                .toList();
    }

    @Override
    public boolean hadEffect(SagaMessage reply) {
        return reply instanceof StockDeducted;
    }

    @Override
    public void undo(SagaMessage compensation, SagaMessage reply, Shelf shelf) {
        shelf.putBack(((StockDeducted) reply)
                .lines().stream()
                        .map(line -> new StockLine(line.productId(), new Quantity(line.quantity())))
                        .toList());
    }

    @Override
    public SagaMessage undone(SagaMessage compensation) {
        return new StockRestored(compensation.orderId());
    }

    @Override
    public SagaMessage tooLate(SagaMessage compensation) {
        return new DeductStockRejected(
                compensation.orderId(), "ORDER_TIMED_OUT", "The order was given up before its stock was taken.");
    }
}
