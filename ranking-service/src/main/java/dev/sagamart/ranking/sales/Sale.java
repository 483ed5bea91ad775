package dev.sagamart.ranking.sales;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A completed order: what it sold, and when. */
public record Sale(UUID orderId, Instant completedAt, List<SoldUnits> units) {}
