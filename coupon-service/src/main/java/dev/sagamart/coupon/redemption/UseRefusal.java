package dev.sagamart.coupon.redemption;

/** Why a coupon cannot be used; the names are error codes of the REST contract. */
enum UseRefusal {
    COUPON_NOT_FOUND("There is no such coupon."),
    COUPON_NOT_OWNED("This coupon belongs to another user."),
    COUPON_NOT_IN_PERIOD("This coupon cannot be used now."),
    COUPON_ALREADY_USED("This coupon was used already.");

    private final String detail;

    UseRefusal(String detail) {
        this.detail = detail;
    }

    String detail() {
        return detail;
    }
}
