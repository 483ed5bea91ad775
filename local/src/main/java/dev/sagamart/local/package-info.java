/** Everything the suite needs on one machine without containers; nothing in here belongs into production. */
@NullMarked
package dev.sagamart.local;

import org.jspecify.annotations.NullMarked;
