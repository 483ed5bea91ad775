package dev.sagamart.coupon.redemption;

/** A coupon is not in the database, but it may have been issued: the command has to be tried again. */
class IssuanceLags extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IssuanceLags() {
        super("the database has not caught up with issuing");
    }
}
