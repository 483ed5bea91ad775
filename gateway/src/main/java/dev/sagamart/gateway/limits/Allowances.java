package dev.sagamart.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The allowances of all callers of late; who has been away long enough to owe nothing is forgotten. */
@Component
class Allowances {

    private static final int MOST = 100_000;

    private final Cache<String, Allowance> allowances;
    private final Limit user;
    private final Limit address;
    private final Ticker ticker;
    private final SharedCounts counts;

    Allowances(RateLimitProperties properties, SharedCounts counts, Ticker ticker) {
        this.user = properties.user();
        this.address = properties.address();
        this.counts = counts;
        this.ticker = ticker;
        this.allowances = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(Duration.ofNanos(Math.max(user.capacity(), address.capacity())))
                .ticker(ticker)
                .build();
    }

    Verdict ofUser(String id) {
        return ask("limit:user:" + id, user);
    }

    Verdict ofAddress(String network) {
        return ask("limit:address:" + network, address);
    }

    private Verdict ask(String key, Limit limit) {
        long now = ticker.read();
        var allowance = allowances.get(key, absent -> new Allowance(absent, limit, now));
        var verdict = allowance.ask(now);
        if (allowance.enqueue(now)) {
            counts.share(allowance);
        }
        return verdict;
    }
}
