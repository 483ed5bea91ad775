/** Counts completed orders into units sold per hour and product, each order once. */
@NullMarked
package dev.sagamart.ranking.sales;

import org.jspecify.annotations.NullMarked;
