/** The point service's part in the order saga. */
@NullMarked
package dev.sagamart.point.payment;

import org.jspecify.annotations.NullMarked;
