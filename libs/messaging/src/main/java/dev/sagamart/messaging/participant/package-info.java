/** The barrier that gives a saga participant exactly one effect per command. */
@NullMarked
package dev.sagamart.messaging.participant;

import org.jspecify.annotations.NullMarked;
