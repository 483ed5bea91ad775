/** The point service: every user's balance, and the ledger that explains it. */
@NullMarked
package dev.sagamart.point;

import org.jspecify.annotations.NullMarked;
