/** Pages of a very long charge log, near and deep. */
@NullMarked
package dev.sagamart.loadtests.chargelog;

import org.jspecify.annotations.NullMarked;
