/** Black-box tests of idempotency keys against any HTTP API. */
@NullMarked
package dev.sagamart.conformance;

import org.jspecify.annotations.NullMarked;
