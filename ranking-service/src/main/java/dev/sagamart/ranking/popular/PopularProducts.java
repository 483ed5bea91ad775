package dev.sagamart.ranking.popular;

import java.time.Instant;
import java.util.List;

/**
 * The best sellers, best first.
 *
 * @param asOf when they were computed
 * @param windowDays over how many days
 */
public record PopularProducts(Instant asOf, int windowDays, List<PopularProduct> items) {}
