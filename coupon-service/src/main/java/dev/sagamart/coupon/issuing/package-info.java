/** Issuing first come first served: Redis decides, Kafka remembers, the database keeps. */
@NullMarked
package dev.sagamart.coupon.issuing;

import org.jspecify.annotations.NullMarked;
