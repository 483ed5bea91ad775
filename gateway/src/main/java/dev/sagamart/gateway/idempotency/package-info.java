/** A write with one key happens once: the first answer is kept and given again. */
@NullMarked
package dev.sagamart.gateway.idempotency;

import org.jspecify.annotations.NullMarked;
