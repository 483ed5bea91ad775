/** The product service: what is sold, at which price, and how much of it is left. */
@NullMarked
package dev.sagamart.product;

import org.jspecify.annotations.NullMarked;
