package dev.sagamart.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.contracts.SagaMessage;
import dev.sagamart.contracts.Topics;
import dev.sagamart.contracts.point.PointsDeducted;
import dev.sagamart.contracts.point.PointsRefunded;
import dev.sagamart.contracts.product.DeductStockRejected;
import dev.sagamart.messaging.Outgoing;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Replies that nobody waits for (any more). */
class StaleRepliesTest extends RunningOrders {
    @Autowired
    private MeterRegistry meters;

    static Stream<SagaMessage> repliesOf() {
        UUID anOrder = new UUID(0, 0);
        return Stream.of(
                new PointsDeducted(anOrder, 500, 0),
                new PointsRefunded(anOrder),
                new DeductStockRejected(anOrder, "OUT_OF_STOCK", ""));
    }

    @ParameterizedTest
    @MethodSource("repliesOf")
    void a_reply_that_comes_when_all_is_over_is_counted_and_changes_nothing(SagaMessage stale) throws Exception {
        var answer = order("u1", key(), body(PRODUCTS.incrementAndGet(), 1, null));
        assertThat(answer.statusCode()).isEqualTo(201);
        UUID order = UUID.fromString(read(answer).at("/orderId").asString());
        int commands = participants.commandsOf(order).size();
        double before = counted("ignored");

        publish(order, about(order, stale));

        await().until(() -> counted("ignored") == before + 1);
        assertThat(read(get("u1", "/v1/orders/" + order))).isEqualTo(read(answer));
        assertThat(participants.commandsOf(order)).hasSize(commands);
        assertThat(count("select ignored from checkout where order_id = '" + order + "'"))
                .as("only a repetition: it costs no write")
                .isZero();
    }

    @Test
    void a_reply_for_an_order_that_nobody_knows_is_counted() {
        double before = counted("unknown");
        UUID nobody = UUID.randomUUID();

        publish(nobody, new PointsRefunded(nobody));

        await().until(() -> counted("unknown") == before + 1);
    }

    private static SagaMessage about(UUID order, SagaMessage reply) {
        return switch (reply) {
            case PointsDeducted it -> new PointsDeducted(order, it.amount(), it.balance());
            case PointsRefunded _ -> new PointsRefunded(order);
            case DeductStockRejected it -> new DeductStockRejected(order, it.code(), it.detail());
            default -> throw new AssertionError(reply);
        };
    }

    private void publish(UUID order, SagaMessage reply) {
        publisher.publishAll(List.of(Outgoing.of(Topics.ORDER_REPLIES, order, reply)));
    }

    private double counted(String what) {
        return meters.get("sagamart.checkout.replies." + what).counter().count();
    }
}
