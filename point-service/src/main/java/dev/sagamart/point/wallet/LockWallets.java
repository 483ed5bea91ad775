package dev.sagamart.point.wallet;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes hold of the wallets of many orders at once, for the rest of the transaction. */
@Component
public class LockWallets {
    private final Wallets wallets;
    private final Ledger ledger;
    private final Clock clock;

    LockWallets(Wallets wallets, Ledger ledger, Clock clock) {
        this.wallets = wallets;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param payers users who are to pay
     * @param toRefund orders that were paid and are to be given back, to whoever paid them
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public LockedWallets lock(Collection<UserId> payers, Collection<UUID> toRefund) {
        Map<UUID, UserId> payments = new HashMap<>();
        ledger.paymentsOf(toRefund).forEach(paid -> payments.put(paid.order(), paid.userId()));
        var users = new TreeSet<String>();
        payers.forEach(user -> users.add(user.value()));
        payments.values().forEach(user -> users.add(user.value()));
        List<Wallet> locked = users.isEmpty() ? List.of() : wallets.lock(users);
        return new LockedWallets(locked, payments, ledger, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
