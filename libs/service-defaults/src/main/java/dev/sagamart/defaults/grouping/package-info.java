/** Group commit: one transaction for all who come at the same time. */
@NullMarked
package dev.sagamart.defaults.grouping;

import org.jspecify.annotations.NullMarked;
