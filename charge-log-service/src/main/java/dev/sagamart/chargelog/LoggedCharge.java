package dev.sagamart.chargelog;

/** A charge and who made it. */
record LoggedCharge(String userId, Charge charge) {}
