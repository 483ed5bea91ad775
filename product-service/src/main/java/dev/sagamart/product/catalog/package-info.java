/** The products, what may be done to them, and the shelf from which a batch of orders is served. */
@NullMarked
package dev.sagamart.product.catalog;

import org.jspecify.annotations.NullMarked;
