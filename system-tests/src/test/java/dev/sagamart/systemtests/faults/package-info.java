/** What clients see while processes die, hang and come back, and what is left afterwards. */
@NullMarked
package dev.sagamart.systemtests.faults;

import org.jspecify.annotations.NullMarked;
