/** Keeps tables bounded: what is older than its use is deleted in small batches. */
@NullMarked
package dev.sagamart.defaults.retention;

import org.jspecify.annotations.NullMarked;
