package dev.sagamart.point.wallet;

import org.springframework.stereotype.Component;

/** Tells how many points a user has. */
@Component
public class FindBalance {
    private final Wallets wallets;

    FindBalance(Wallets wallets) {
        this.wallets = wallets;
    }

    /** Zero for a user who was never seen. */
    public long of(UserId user) {
        return wallets.findBalance(user.value()).orElse(0L);
    }
}
