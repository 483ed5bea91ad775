/** Tells the other services about new and revised products. */
@NullMarked
package dev.sagamart.product.feed;

import org.jspecify.annotations.NullMarked;
