package dev.sagamart.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.contracts.SagaMessage;
import dev.sagamart.contracts.Topics;
import dev.sagamart.contracts.point.DeductPoints;
import dev.sagamart.contracts.point.PointsDeducted;
import dev.sagamart.contracts.product.DeductStock;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.Received;
import dev.sagamart.testsupport.infrastructure.Infrastructure;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What one instance owes to the others, who are played in the database and on the topics that they share. */
class OtherInstancesTest extends RunningOrders {
    @Test
    void the_order_of_an_instance_that_died_before_its_first_command_is_carried_out() throws Exception {
        UUID order = begunElsewhere();

        await().until(() -> state(order).equals("COMPLETED"));

        assertThat(participants.commandsOf(order, DeductStock.class)).hasSize(1);
        assertThat(count("select count(*) from orders where status = 'COMPLETED' and id = '" + order + "'"))
                .isEqualTo(1);
    }

    @Test
    void what_another_instance_works_on_is_passed_over_until_that_one_dies() throws Exception {
        try (Connection other = Infrastructure.connect("orders")) {
            other.setAutoCommit(false);
            UUID theirs = begunElsewhere(other);
            other.commit();
            lock(other, theirs);
            List<UUID> ours = List.of(begunElsewhere(), begunElsewhere());

            for (UUID order : ours) {
                await().until(() -> state(order).equals("COMPLETED"));
            }
            assertThat(participants.commandsOf(theirs)).isEmpty();

            other.rollback();
            await().until(() -> state(theirs).equals("COMPLETED"));
        }
    }

    @Test
    void a_reply_waits_for_the_instance_that_moves_the_saga_and_then_finds_it_moved() throws Exception {
        UUID order = waitingForPoints();
        try (Connection other = Infrastructure.connect("orders")) {
            other.setAutoCommit(false);
            lock(other, order);
            other.createStatement().executeUpdate("""
                    update checkout set state = 'COMPENSATING', version = version + 1, due_at = now() + interval '1 hour',
                        document = document || '{"state":"COMPENSATING","undoing":["STOCK","POINTS"],"reason":"X"}'
                    where order_id = '%s'""".formatted(order));

            publisher.publishAll(List.of(Outgoing.of(Topics.ORDER_REPLIES, order, new PointsDeducted(order, 500, 0))));
            await().until(() -> count("select count(*) from pg_locks where not granted") > 0);
            other.commit();
        }

        await().until(() -> count("select ignored from checkout where order_id = '" + order + "'") == 1);
        assertThat(state(order)).isEqualTo("COMPENSATING");
        update("delete from checkout where order_id = '" + order + "'");
    }

    @Test
    void commands_ask_for_the_reply_on_a_partition_of_this_instance_and_any_other_will_do() throws Exception {
        long own = PRODUCTS.incrementAndGet();
        participants.script(own, command -> unlessPoints(command));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = threads.submit(() -> order("u1", key(), body(own, 1, null)));
            UUID order = orderOfProduct(own);
            await().until(() ->
                    !participants.commandsOf(order, DeductPoints.class).isEmpty());
            assertThat(participants.commandsOf(order))
                    .extracting(Received::replyPartition)
                    .allSatisfy(partition -> assertThat(partition).isNotNull().isBetween(0, 5));

            // by its key, as from a participant that knows of no partition
            publisher.publishAll(List.of(Outgoing.of(Topics.ORDER_REPLIES, order, new PointsDeducted(order, 500, 0))));

            assertThat(waiting.get().statusCode()).isEqualTo(201);
        }
    }

    @Test
    void a_client_hears_the_verdict_that_another_instance_has_given() throws Exception {
        long own = PRODUCTS.incrementAndGet();
        participants.script(own, command -> unlessPoints(command));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = threads.submit(() -> order("u1", key(), body(own, 1, null)));
            UUID order = orderOfProduct(own);
            await().until(() -> state(order).equals("DEDUCTING_POINTS"));
            update("update checkout set state = 'REJECTED', due_at = null, version = version + 1 where order_id = '"
                    + order + "'");
            update("update orders set status = 'REJECTED', reason = 'INSUFFICIENT_POINTS', settled_at = now(),"
                    + " version = version + 1 where id = '" + order + "'");

            assertThat(waiting.get().statusCode()).isEqualTo(400);
            assertThat(code(waiting.get())).isEqualTo("INSUFFICIENT_POINTS");
        }
    }

    private static Optional<SagaMessage> unlessPoints(SagaMessage command) {
        return command instanceof DeductPoints ? Optional.empty() : Optional.of(PlayedParticipants.consent(command));
    }

    private UUID waitingForPoints() throws Exception {
        long own = PRODUCTS.incrementAndGet();
        participants.script(own, command -> unlessPoints(command));
        HttpResponse<String> answer = order("u1", key(), body(own, 1, null));
        assertThat(answer.statusCode()).isEqualTo(202);
        return UUID.fromString(read(answer).at("/orderId").asString());
    }

    private UUID orderOfProduct(long product) {
        return await().until(() -> participants.ordersOf(product).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    private static UUID begunElsewhere() throws SQLException {
        try (Connection other = Infrastructure.connect("orders")) {
            return begunElsewhere(other);
        }
    }

    /** An order and its saga as they are right after the commit that placed them; nothing was sent. */
    private static UUID begunElsewhere(Connection other) throws SQLException {
        UUID order = UUID.randomUUID();
        long product = PRODUCTS.incrementAndGet();
        other.createStatement().execute("""
                insert into orders (id, user_id, status, lines, created_at, version)
                values ('%1$s', 'u1', 'PENDING', '[{"productId":%2$d,"quantity":1}]', now(), 0);
                insert into checkout (order_id, state, document, attempts, due_at, deadline, created_at, updated_at, version)
                values ('%1$s', 'DEDUCTING_STOCK', '{"orderId":"%1$s","userId":"u1","state":"DEDUCTING_STOCK",
                    "lines":[{"productId":%2$d,"quantity":1}],"undoing":[]}', 0, now() + interval '500 ms',
                    now() + interval '30 s', now(), now(), 0)""".formatted(order, product));
        return order;
    }

    private static void lock(Connection other, UUID order) throws SQLException {
        other.createStatement()
                .executeQuery("select 1 from checkout where order_id = '" + order + "' for no key update");
    }
}
