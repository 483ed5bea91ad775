/** The transactional outbox for messages that no redelivery would bring back. */
@NullMarked
package dev.sagamart.messaging.outbox;

import org.jspecify.annotations.NullMarked;
