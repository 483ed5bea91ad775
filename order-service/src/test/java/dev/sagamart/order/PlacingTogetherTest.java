package dev.sagamart.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sagamart.defaults.problem.ProblemException;
import dev.sagamart.defaults.requests.RequestKey;
import dev.sagamart.messaging.Uuid7;
import dev.sagamart.order.ordering.OrderLine;
import dev.sagamart.order.ordering.PlaceOrder;
import dev.sagamart.order.ordering.PlaceOrder.Placed;
import dev.sagamart.testsupport.infrastructure.Infrastructure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Orders that come while another is being committed are one transaction, but nobody answers for another. */
class PlacingTogetherTest extends RunningOrders {
    private static final int KEYS = 20;

    @Autowired
    private PlaceOrder placeOrder;

    private final PlaceOrder.Command command =
            new PlaceOrder.Command(List.of(new OrderLine(PRODUCTS.incrementAndGet(), 1, null)), null);

    @Test
    void orders_that_come_during_a_commit_share_the_next_transaction() throws Exception {
        RequestKey first = someKey();
        List<RequestKey> others = List.of(someKey(), someKey(), someKey());

        for (FutureTask<Placed> placed : together(first, command, others)) {
            assertThat(placed.get().isNew()).isTrue();
        }

        assertThat(transactions(others)).hasSize(1).doesNotContainAnyElementsOf(transactions(List.of(first)));
    }

    @Test
    void keys_that_come_twice_in_a_group_are_one_order_each() throws Exception {
        List<RequestKey> once =
                Stream.generate(PlacingTogetherTest::someKey).limit(KEYS).toList();
        List<RequestKey> twice = Stream.concat(once.stream(), once.stream()).toList();

        List<FutureTask<Placed>> placed = together(someKey(), command, twice);

        for (int key = 1; key <= KEYS; key++) {
            Placed first = placed.get(key).get();
            assertThat(first.isNew()).isTrue();
            assertThat(placed.get(key + KEYS).get()).isEqualTo(new Placed(first.orderId(), false));
            assertThat(ask("select id::text from orders where id = '" + first.orderId() + "'"))
                    .hasSize(1);
        }
    }

    @Test
    void a_reused_key_is_refused_and_takes_nobody_down() throws Exception {
        RequestKey reused = someKey();
        var another = new PlaceOrder.Command(List.of(new OrderLine(PRODUCTS.get(), 2, null)), null);
        placeOrder.place(reused, Uuid7.next(), another);

        List<FutureTask<Placed>> placed = together(someKey(), command, List.of(someKey(), reused, someKey()));

        assertThat(placed.get(1).get().isNew()).isTrue();
        assertThatThrownBy(placed.get(2)::get).hasCauseInstanceOf(ProblemException.class);
        assertThat(placed.get(3).get().isNew()).isTrue();
    }

    /** The first is held up by a lock until all others wait for it. */
    private List<FutureTask<Placed>> together(RequestKey first, PlaceOrder.Command command, List<RequestKey> others)
            throws SQLException {
        List<FutureTask<Placed>> placed = new ArrayList<>();
        try (Connection holder = Infrastructure.connect("orders");
                Statement lock = holder.createStatement()) {
            holder.setAutoCommit(false);
            lock.execute("lock table orders in exclusive mode");
            start(first, command, placed);
            await().until(() -> waitingInserts() == 1);
            for (RequestKey other : others) {
                Thread thread = start(other, command, placed);
                await().until(() -> thread.getState() == Thread.State.WAITING);
            }
            holder.rollback();
        }
        return placed;
    }

    private Thread start(RequestKey key, PlaceOrder.Command command, List<FutureTask<Placed>> placed) {
        var task = new FutureTask<>(() -> placeOrder.place(key, Uuid7.next(), command));
        placed.add(task);
        return Thread.ofVirtual().start(task);
    }

    private static long waitingInserts() throws SQLException {
        return Long.parseLong(ask("""
                select count(*) from pg_stat_activity
                where wait_event_type = 'Lock' and query like 'insert into orders%'""").getFirst());
    }

    private static Set<String> transactions(List<RequestKey> keys) throws SQLException {
        String values = keys.stream().map(key -> "'" + key.value() + "'").collect(Collectors.joining(", "));
        return new HashSet<>(ask("select xmin::text from request_key where key in (" + values + ")"));
    }

    private static List<String> ask(String sql) throws SQLException {
        try (Connection connection = Infrastructure.connect("orders");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> answers = new ArrayList<>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        }
    }

    private static RequestKey someKey() {
        return new RequestKey("together", "POST /v1/orders", key());
    }
}
