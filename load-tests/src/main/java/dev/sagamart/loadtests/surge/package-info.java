/** Twice the load that the suite can bear: what it turns away, what it keeps, and how soon it is itself again. */
@NullMarked
package dev.sagamart.loadtests.surge;

import org.jspecify.annotations.NullMarked;
