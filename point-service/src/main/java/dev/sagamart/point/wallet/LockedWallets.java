package dev.sagamart.point.wallet;

import dev.sagamart.point.wallet.PaymentOutcome.InsufficientPoints;
import dev.sagamart.point.wallet.PaymentOutcome.Paid;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Wallets that nobody else can change until the transaction ends; all changes are written together when it does. */
public final class LockedWallets {
    private final Map<UserId, Wallet> wallets;
    private final Map<UUID, UserId> payers;
    private final Ledger ledger;
    private final Instant now;

    LockedWallets(List<Wallet> wallets, Map<UUID, UserId> payers, Ledger ledger, Instant now) {
        this.wallets = wallets.stream().collect(Collectors.toMap(Wallet::userId, Function.identity()));
        this.payers = payers;
        this.ledger = ledger;
        this.now = now;
    }

    public PaymentOutcome pay(UserId user, UUID orderId, Points price) {
        Wallet wallet = wallets.get(user);
        if (wallet == null || !wallet.holds(price)) {
            return new InsufficientPoints(wallet == null ? 0 : wallet.balance());
        }
        ledger.add(wallet.pay(price, orderId, now));
        payers.put(orderId, user);
        return new Paid(wallet.balance());
    }

    /**
     * Gives an order's price back to the user who paid it.
     *
     * @throws IllegalStateException if nobody is known to have paid it
     */
    public void refund(UUID orderId, Points price) {
        Wallet wallet = Optional.ofNullable(payers.get(orderId))
                .map(wallets::get)
                .orElseThrow(() -> new IllegalStateException("nobody paid order " + orderId));
        ledger.add(wallet.refund(price, orderId, now));
    }
}
