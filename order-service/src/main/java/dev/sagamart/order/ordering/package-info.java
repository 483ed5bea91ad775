/** The order and what may be done to it. */
@NullMarked
package dev.sagamart.order.ordering;

import org.jspecify.annotations.NullMarked;
