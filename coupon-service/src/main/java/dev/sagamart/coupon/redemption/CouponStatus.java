package dev.sagamart.coupon.redemption;

/** What has become of a coupon, apart from time. */
enum CouponStatus {
    ISSUED,
    USED
}
