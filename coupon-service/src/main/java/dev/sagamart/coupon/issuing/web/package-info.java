/** The HTTP interface of issuing. */
@NullMarked
package dev.sagamart.coupon.issuing.web;

import org.jspecify.annotations.NullMarked;
