/** A plain client of the public API. */
@NullMarked
package dev.sagamart.local.api;

import org.jspecify.annotations.NullMarked;
