/** The HTTP interface of reports. */
@NullMarked
package dev.sagamart.coupon.demand.web;

import org.jspecify.annotations.NullMarked;
