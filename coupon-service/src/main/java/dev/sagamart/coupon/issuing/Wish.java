package dev.sagamart.coupon.issuing;

import java.time.Instant;

/** A user wants a coupon, by this request, at this time. */
record Wish(String userId, String requestKey, Instant time) {}
