package dev.sagamart.ranking.popular;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The newest ranking that is known: the one in Redis, which all instances share, or the last good one seen here. It never
 * goes back: while sales are counted anew, after a loss or behind a backlog, the ranking from before is shown.
 */
@Component
class RankingBoard {
    private final AtomicReference<@Nullable PopularProducts> lastGood = new AtomicReference<>();
    private final RankingEntry entry;

    RankingBoard(RankingEntry entry) {
        this.entry = entry;
    }

    /** @return the one that is shown */
    PopularProducts publish(PopularProducts ranking) {
        PopularProducts shown = remember(ranking);
        entry.replace(shown);
        return shown;
    }

    /** What Redis lost, or missed while it was away, is put there again. */
    Optional<PopularProducts> latest() {
        Optional<PopularProducts> shared = entry.read();
        shared.ifPresent(this::remember);
        Optional<PopularProducts> latest = Optional.ofNullable(lastGood.get());
        if (!latest.equals(shared)) {
            latest.ifPresent(entry::replace);
        }
        return latest;
    }

    private PopularProducts remember(PopularProducts ranking) {
        return Objects.requireNonNull(lastGood.accumulateAndGet(ranking, RankingBoard::newer));
    }

    private static @Nullable PopularProducts newer(@Nullable PopularProducts last, @Nullable PopularProducts given) {
        return last == null || (given != null && !given.asOf().isBefore(last.asOf())) ? given : last;
    }
}
