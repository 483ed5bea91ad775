package dev.sagamart.point.wallet;

import dev.sagamart.point.wallet.ChargeOutcome.BalanceLimitExceeded;
import dev.sagamart.point.wallet.ChargeOutcome.Charged;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tops a wallet up and tells the others; the first charge opens the wallet. */
@Component
public class ChargePoints {
    private final EntityManager entities;
    private final Wallets wallets;
    private final Ledger ledger;
    private final ChargeFeed feed;
    private final Clock clock;

    ChargePoints(EntityManager entities, Wallets wallets, Ledger ledger, ChargeFeed feed, Clock clock) {
        this.entities = entities;
        this.wallets = wallets;
        this.ledger = ledger;
        this.feed = feed;
        this.clock = clock;
    }

    /** Locks the wallets of all who are about to charge in this transaction; those that there are. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockTogether(Set<String> users) {
        wallets.lock(users);
    }

    @Transactional
    public ChargeOutcome charge(UserId user, Points points) {
        Wallet wallet = lockOrOpen(user);
        if (!wallet.hasRoomFor(points)) {
            return new BalanceLimitExceeded(wallet.balance(), Wallet.LIMIT);
        }
        LedgerEntry entry = wallet.charge(points, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        ledger.add(entry);
        var charged = new Charged(entry.id(), user, entry.amount(), entry.balanceAfter(), entry.at());
        feed.announce(charged);
        return charged;
    }

    private Wallet lockOrOpen(UserId user) {
        return lock(user).orElseGet(() -> {
            wallets.openIfAbsent(user.value());
            return lock(user).orElseThrow();
        });
    }

    /** Without a query if this transaction has locked it already. */
    private Optional<Wallet> lock(UserId user) {
        return Optional.ofNullable(entities.find(Wallet.class, user.value(), LockModeType.PESSIMISTIC_WRITE));
    }
}
