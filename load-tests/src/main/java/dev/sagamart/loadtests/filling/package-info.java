/** A suite that has been in use for a year: what retention leaves of many finished orders. */
@NullMarked
package dev.sagamart.loadtests.filling;

import org.jspecify.annotations.NullMarked;
