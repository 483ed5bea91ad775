/** A Java agent for tests: crashes, errors, a wrong clock and deliberate defects in a service that knows nothing of them. */
@NullMarked
package dev.sagamart.faultagent;

import org.jspecify.annotations.NullMarked;
