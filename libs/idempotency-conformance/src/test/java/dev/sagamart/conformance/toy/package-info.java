/** A tiny API that does everything right, unless it is told to have a flaw. */
@NullMarked
package dev.sagamart.conformance.toy;

import org.jspecify.annotations.NullMarked;
