/** The stock step of the order saga: takes all lines of an order or none, and puts them back. */
@NullMarked
package dev.sagamart.product.stock;

import org.jspecify.annotations.NullMarked;
