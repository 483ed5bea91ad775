/** Balances and their ledger: topping up, paying and getting back. */
@NullMarked
package dev.sagamart.point.wallet;

import org.jspecify.annotations.NullMarked;
