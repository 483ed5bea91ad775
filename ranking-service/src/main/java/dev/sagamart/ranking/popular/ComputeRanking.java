package dev.sagamart.ranking.popular;

import dev.sagamart.ranking.names.ProductNames;
import dev.sagamart.ranking.sales.BestSellers;
import dev.sagamart.ranking.sales.CountedUntil;
import dev.sagamart.ranking.sales.SoldUnits;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Computes the ranking of this moment from the sales. */
@Component
class ComputeRanking {
    private static final int PLACES = 5;

    private final CountedUntil countedUntil;
    private final BestSellers bestSellers;
    private final ProductNames productNames;
    private final Clock clock;

    ComputeRanking(CountedUntil countedUntil, BestSellers bestSellers, ProductNames productNames, Clock clock) {
        this.countedUntil = countedUntil;
        this.bestSellers = bestSellers;
        this.productNames = productNames;
        this.clock = clock;
    }

    PopularProducts compute() {
        Instant now = clock.instant();
        RankingWindow window = RankingWindow.until(now);
        Instant asOf = countedUntil.moment(now).filter(window::contains).orElse(window.firstHour());
        List<SoldUnits> best = bestSellers.ofHours(window.firstHour(), window.lastHour(), PLACES);
        return new PopularProducts(asOf.truncatedTo(ChronoUnit.MILLIS), RankingWindow.DAYS, placed(best));
    }

    private List<PopularProduct> placed(List<SoldUnits> best) {
        Map<Long, String> names =
                productNames.of(best.stream().map(SoldUnits::productId).toList());
        return IntStream.range(0, best.size())
                .mapToObj(i -> place(i + 1, best.get(i), names))
                .toList();
    }

    private static PopularProduct place(int rank, SoldUnits sold, Map<Long, String> names) {
        String name = Objects.requireNonNull(names.get(sold.productId()));
        return new PopularProduct(rank, sold.productId(), name, sold.quantity());
    }
}
