package dev.sagamart.point.wallet;

import dev.sagamart.point.wallet.ChargeOutcome.BalanceLimitExceeded;
import dev.sagamart.point.wallet.ChargeOutcome.Charged;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tops a wallet up and tells the others; the first charge opens the wallet. */
@Component
public class ChargePoints {
    private final Wallets wallets;
    private final Ledger ledger;
    private final ChargeFeed feed;
    private final Clock clock;

    ChargePoints(Wallets wallets, Ledger ledger, ChargeFeed feed, Clock clock) {
        this.wallets = wallets;
        this.ledger = ledger;
        this.feed = feed;
        this.clock = clock;
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
        return wallets.findById(user.value()).orElseGet(() -> {
            wallets.openIfAbsent(user.value());
            return wallets.findById(user.value()).orElseThrow();
        });
    }
}
