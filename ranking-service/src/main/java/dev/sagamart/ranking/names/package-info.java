/** Knows what the products are called. */
@NullMarked
package dev.sagamart.ranking.names;

import org.jspecify.annotations.NullMarked;
