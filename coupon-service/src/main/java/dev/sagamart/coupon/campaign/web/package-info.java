/** The HTTP interface of campaigns. */
@NullMarked
package dev.sagamart.coupon.campaign.web;

import org.jspecify.annotations.NullMarked;
