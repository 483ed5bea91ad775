package dev.sagamart.point.wallet.web;

/** A balance as the client sees it. */
record BalanceView(long balance) {}
