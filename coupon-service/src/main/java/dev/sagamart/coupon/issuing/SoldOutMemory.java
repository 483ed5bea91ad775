package dev.sagamart.coupon.issuing;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redisson.client.RedisException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this instance remembers for a moment of a campaign that is sold out, so that the crowd of those who come too late
 * costs nothing.
 *
 * <p>Whoever has a coupon must hear of it, so nobody is refused from memory who may have one. While Redis goes on saying
 * "sold out" in the same state, nobody gets one, so those who have one need to be read only once per state. Coupons come
 * back only after the campaign was closed for longer than this memory lasts.
 */
final class SoldOutMemory {
    private static final Logger log = LoggerFactory.getLogger(SoldOutMemory.class);

    /** @param asked when Redis was asked, in nanoseconds: what it said was true then or later */
    private record Heard(StockState state, long asked) {}

    private record Known(StockState state, NameFilter holders, long read) {}

    private final AtomicBoolean reading = new AtomicBoolean();
    private final Supplier<Iterable<String>> holders;
    private final long lifetime;
    private final LongSupplier nanoTime;
    private final Executor aside;
    private volatile @Nullable Heard heard;
    private volatile @Nullable Known known;

    /** @param holders all users who have a coupon now */
    SoldOutMemory(Supplier<Iterable<String>> holders, Duration lifetime, LongSupplier nanoTime, Executor aside) {
        this.holders = holders;
        this.lifetime = lifetime.toNanos();
        this.nanoTime = nanoTime;
        this.aside = aside;
    }

    long now() {
        return nanoTime.getAsLong();
    }

    /** Redis has just refused somebody. */
    void hear(StockState state, long asked) {
        heard = new Heard(state, asked);
        Known readBefore = known;
        if ((readBefore == null || !readBefore.state().equals(state)) && reading.compareAndSet(false, true)) {
            aside.execute(() -> read(state));
        }
    }

    private void read(StockState state) {
        try {
            if (NameFilter.isFor(state.holders())) {
                var filter = new NameFilter(state.holders());
                holders.get().forEach(filter::add);
                known = new Known(state, filter, now());
            }
        } catch (RedisException away) {
            log.debug("The holders cannot be read now", away);
        } finally {
            reading.set(false);
        }
    }

    /** The state in which Redis would refuse this user; empty if it has to be asked. */
    Optional<StockState> refusal(String userId) {
        Heard last = heard;
        Known with = known;
        return last != null
                        && with != null
                        && isFresh(last)
                        && isComplete(with, last)
                        && !with.holders().mayHave(userId)
                ? Optional.of(last.state())
                : Optional.empty();
    }

    private boolean isFresh(Heard last) {
        return now() - last.asked() < lifetime;
    }

    /** Redis said the same after they were read, so it had not lost any of them meanwhile. */
    private static boolean isComplete(Known with, Heard last) {
        return with.state().equals(last.state()) && last.asked() - with.read() > 0;
    }
}
