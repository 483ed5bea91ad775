/** Messages on Kafka: what goes out, what comes in, and how both look on the wire. */
@NullMarked
package dev.sagamart.messaging;

import org.jspecify.annotations.NullMarked;
