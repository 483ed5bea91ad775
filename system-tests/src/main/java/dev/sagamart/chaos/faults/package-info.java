/** What can be done to the running suite, when it is done, and the proof that it was felt. */
@NullMarked
package dev.sagamart.chaos.faults;

import org.jspecify.annotations.NullMarked;
