package dev.sagamart.ranking.popular;

import java.time.Instant;
import java.util.List;

/**
 * The best sellers, best first.
 *
 * @param asOf up to when all completed orders are counted; some later ones may be, too
 * @param windowDays over how many days
 */
public record PopularProducts(Instant asOf, int windowDays, List<PopularProduct> items) {}
