/** The continuous audit: each service checks its own sums while it works. */
@NullMarked
package dev.sagamart.defaults.audit;

import org.jspecify.annotations.NullMarked;
