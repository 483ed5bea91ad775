package dev.sagamart.point.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WalletTest {
    private static final Instant NOW = Instant.parse("2026-11-22T13:40:43.120Z");
    private static final UUID ORDER = UUID.fromString("0199d0c0-0000-7000-8000-000000000001");

    private final Wallet wallet = new Wallet(new UserId("u1"));

    @Test
    void every_change_is_explained_by_an_entry_with_the_balance_after_it() {
        LedgerEntry charged = wallet.charge(new Points(1000), NOW);
        LedgerEntry paid = wallet.pay(new Points(300), ORDER, NOW);
        LedgerEntry refunded = wallet.refund(new Points(300), ORDER, NOW);

        assertThat(charged.amount()).isEqualTo(1000);
        assertThat(charged.balanceAfter()).isEqualTo(1000);
        assertThat(paid.amount()).isEqualTo(-300);
        assertThat(paid.balanceAfter()).isEqualTo(700);
        assertThat(paid.order()).isEqualTo(ORDER);
        assertThat(refunded.balanceAfter()).isEqualTo(1000);
        assertThat(wallet.balance()).isEqualTo(1000);
    }

    @Test
    void the_last_point_can_be_spent_but_none_beyond() {
        wallet.charge(new Points(100), NOW);

        assertThat(wallet.holds(new Points(100))).isTrue();
        assertThat(wallet.holds(new Points(101))).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> wallet.pay(new Points(101), ORDER, NOW));
        assertThat(wallet.balance()).isEqualTo(100);
    }

    @Test
    void a_charge_may_fill_it_to_the_limit_but_not_beyond() {
        wallet.charge(new Points(Wallet.LIMIT), NOW);

        assertThat(wallet.hasRoomFor(new Points(1))).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> wallet.charge(new Points(1), NOW));
        assertThat(wallet.balance()).isEqualTo(Wallet.LIMIT);
    }

    @Test
    void a_refund_may_go_beyond_the_limit() {
        wallet.charge(new Points(Wallet.LIMIT), NOW);

        wallet.refund(new Points(500), ORDER, NOW);

        assertThat(wallet.balance()).isEqualTo(Wallet.LIMIT + 500);
        assertThat(wallet.hasRoomFor(new Points(1))).isFalse();
    }

    @Test
    void nothing_and_less_than_nothing_cannot_change_hands() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Points(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Points(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new UserId("a b"));
        assertThatIllegalArgumentException().isThrownBy(() -> new UserId("x".repeat(65)));
    }
}
