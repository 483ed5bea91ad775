package dev.sagamart.point.wallet;

/** Why a balance changed. */
enum EntryKind {
    CHARGE,
    ORDER,
    REFUND
}
