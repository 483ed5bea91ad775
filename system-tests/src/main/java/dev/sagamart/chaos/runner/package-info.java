/** {@code ./run chaos}: starts the suite, lets clients in and faults loose, and judges what is left. */
@NullMarked
package dev.sagamart.chaos.runner;

import org.jspecify.annotations.NullMarked;
