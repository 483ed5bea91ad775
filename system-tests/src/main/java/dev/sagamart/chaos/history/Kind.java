package dev.sagamart.chaos.history;

/** What clients do. */
public enum Kind {
    CHARGE,
    ORDER,
    COUPON,
    READ_BALANCE,
    READ_ORDER,
    READ_CHARGES,
    READ_PRODUCT,
    READ_POPULAR,
    /** The key of an earlier write with another body, which must be refused. */
    OTHER_BODY,
    /** A write with a token that nobody has issued. */
    BAD_TOKEN;

    public boolean isRead() {
        return name().startsWith("READ_");
    }
}
