package dev.sagamart.order.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagamart.testsupport.infrastructure.ServiceTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

@ServiceTest(database = "orders")
@Transactional
class SettledOrdersTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.123Z");

    @Autowired
    SettledOrders orders;

    @Autowired
    JdbcTemplate jdbc;

    private final UUID bought = UUID.randomUUID();
    private final UUID refused = UUID.randomUUID();
    private final Settlement completed = new Settlement.Completed(bought, List.of(new OrderLine(1, 2, 100L)), 200, 50);
    private final Settlement rejected = new Settlement.Rejected(refused, "OUT_OF_STOCK");

    @BeforeEach
    void two_pending_orders() {
        for (UUID order : List.of(bought, refused)) {
            jdbc.update("""
                    insert into orders (id, user_id, status, lines, created_at, version)
                    values (?, 'u', 'PENDING', '[{"productId":1,"quantity":2}]', now(), 0)""", order);
        }
    }

    @Test
    void verdicts_of_both_kinds_are_given_at_once_and_told() {
        List<OrderView> told = orders.settle(List.of(completed, rejected), NOW);

        assertThat(told).hasSize(2).allMatch(order -> NOW.equals(order.settledAt()));
        assertThat(told)
                .filteredOn(order -> order.orderId().equals(bought))
                .singleElement()
                .satisfies(order -> {
                    assertThat(order.status()).isEqualTo(OrderStatus.COMPLETED);
                    assertThat(order.lines()).containsExactly(new OrderLine(1, 2, 100L));
                    assertThat(List.of(order.subtotal(), order.discount(), order.total()))
                            .containsExactly(200L, 50L, 150L);
                });
        assertThat(told)
                .filteredOn(order -> order.orderId().equals(refused))
                .singleElement()
                .satisfies(order -> {
                    assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
                    assertThat(order.reason()).isEqualTo("OUT_OF_STOCK");
                    assertThat(order.lines()).containsExactly(new OrderLine(1, 2, null));
                });
    }

    @Test
    void an_order_gets_one_verdict_and_never_another() {
        orders.settle(List.of(completed), NOW);
        var another = new Settlement.Rejected(bought, "OUT_OF_STOCK");

        assertThatThrownBy(() -> orders.settle(List.of(another, rejected), NOW.plusSeconds(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has its verdict already");
        assertThat(jdbc.queryForObject("select status from orders where id = ?", String.class, bought))
                .isEqualTo("COMPLETED");
    }
}
