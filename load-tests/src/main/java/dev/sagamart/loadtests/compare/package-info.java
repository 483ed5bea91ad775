/** The whole suite against a peer that does the same in one transaction, side by side on one machine. */
@NullMarked
package dev.sagamart.loadtests.compare;

import org.jspecify.annotations.NullMarked;
