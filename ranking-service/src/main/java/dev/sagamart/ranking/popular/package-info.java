/** The five best sellers: computed every hour, kept in Redis, and never out of reach. */
@NullMarked
package dev.sagamart.ranking.popular;

import org.jspecify.annotations.NullMarked;
