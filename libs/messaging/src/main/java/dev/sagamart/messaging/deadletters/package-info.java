/** The desk for what could not be handled: look at it, send it once more, or put it aside; every decision is kept. */
@NullMarked
package dev.sagamart.messaging.deadletters;

import org.jspecify.annotations.NullMarked;
