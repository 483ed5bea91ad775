/** Coupons for crowds, at the running suite. */
@NullMarked
package dev.sagamart.systemtests.coupons;

import org.jspecify.annotations.NullMarked;
