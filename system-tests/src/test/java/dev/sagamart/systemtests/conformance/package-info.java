/** The suite before the kit that tests idempotency keys of any API. */
@NullMarked
package dev.sagamart.systemtests.conformance;

import org.jspecify.annotations.NullMarked;
