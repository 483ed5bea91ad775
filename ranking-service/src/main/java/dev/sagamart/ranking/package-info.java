/** The ranking service: what sold best in the last three days. */
@NullMarked
package dev.sagamart.ranking;

import org.jspecify.annotations.NullMarked;
