/** Who may do what. */
@NullMarked
package dev.sagamart.systemtests.access;

import org.jspecify.annotations.NullMarked;
