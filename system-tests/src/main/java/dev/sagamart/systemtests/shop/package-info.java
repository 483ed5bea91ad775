/** Users, products, coupons and orders to test with. */
@NullMarked
package dev.sagamart.systemtests.shop;

import org.jspecify.annotations.NullMarked;
