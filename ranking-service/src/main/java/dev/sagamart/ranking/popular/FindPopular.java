package dev.sagamart.ranking.popular;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Tells the popular products; computes them only when there is nothing to tell, or when two hourly refreshes are missing. */
@Component
public class FindPopular {
    static final Duration STALE = Duration.ofHours(2);
    static final Duration REST = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(FindPopular.class);

    private final RankingBoard board;
    private final RefreshRanking refreshRanking;
    private final Clock clock;
    private volatile Instant restsUntil = Instant.MIN;

    FindPopular(RankingBoard board, RefreshRanking refreshRanking, Clock clock) {
        this.board = board;
        this.refreshRanking = refreshRanking;
        this.clock = clock;
    }

    public PopularProducts find() {
        Optional<PopularProducts> latest = board.latest();
        return latest.filter(this::isGood).orElseGet(() -> refreshOr(latest));
    }

    /** A stale one is good for a moment after each try to have a fresh one. */
    private boolean isGood(PopularProducts ranking) {
        Instant now = clock.instant();
        return ranking.asOf().isAfter(now.minus(STALE)) || now.isBefore(restsUntil);
    }

    private PopularProducts refreshOr(Optional<PopularProducts> stale) {
        restsUntil = clock.instant().plus(REST);
        try {
            return refreshRanking.refresh();
        } catch (DataAccessException outage) {
            log.warn("The ranking cannot be computed: {}", outage.toString());
            return stale.orElseThrow(() -> outage);
        }
    }
}
