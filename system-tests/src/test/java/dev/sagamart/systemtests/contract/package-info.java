/** Every row of the public API, as a client sees it. */
@NullMarked
package dev.sagamart.systemtests.contract;

import org.jspecify.annotations.NullMarked;
