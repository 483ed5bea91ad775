/** Batch consumption: one poll is one transaction, and one bad record hurts nobody else. */
@NullMarked
package dev.sagamart.messaging.listening;

import org.jspecify.annotations.NullMarked;
