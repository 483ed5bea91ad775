package dev.sagamart.order.checkout;

import dev.sagamart.contracts.point.PointsDeducted;
import dev.sagamart.contracts.product.DeductStock;
import dev.sagamart.contracts.product.PricedLine;
import dev.sagamart.contracts.product.StockDeducted;
import dev.sagamart.messaging.MessageJson;
import dev.sagamart.order.ordering.OrderLine;
import dev.sagamart.order.ordering.OrderPlaced;
import dev.sagamart.testsupport.bench.MicroBenchmarks;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What an order costs but for database, broker and network: deciding, and the mapping of messages and of the saga's row. */
@State(Scope.Benchmark)
public class CheckoutBench {
    private final UUID order = UUID.randomUUID();
    private final MessageJson json = new MessageJson();
    private final Checkout begun = Checkout.of(new OrderPlaced(
            order,
            "user-1",
            List.of(new OrderLine(17, 2, null), new OrderLine(18, 1, null)),
            null,
            Instant.EPOCH,
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
    private final StockDeducted stock =
            new StockDeducted(order, List.of(new PricedLine(17, 2, 12_000), new PricedLine(18, 1, 5_000)));
    private final PointsDeducted points = new PointsDeducted(order, 29_000, 71_000);
    private final DeductStock command = new DeductStock(
            order,
            List.of(
                    new dev.sagamart.contracts.product.OrderLine(17, 2),
                    new dev.sagamart.contracts.product.OrderLine(18, 1)));
    private final byte[] reply = json.write(stock);
    private final byte[] document = json.write(begun);

    @Test
    void run() {
        MicroBenchmarks.run(CheckoutBench.class);
    }

    @Benchmark
    public Object decides_two_replies() {
        var paying = (Decision.Step) CheckoutSaga.decide(begun, stock);
        return CheckoutSaga.decide(paying.next(), points);
    }

    @Benchmark
    public Object writes_a_command() {
        return json.write(command);
    }

    @Benchmark
    public Object reads_a_reply() {
        return json.read(reply, StockDeducted.class);
    }

    @Benchmark
    public Object writes_the_row() {
        return json.write(begun);
    }

    @Benchmark
    public Object reads_the_row() {
        return json.read(document, Checkout.class);
    }
}
