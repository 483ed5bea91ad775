/** Decides from the databases, Redis, Kafka, the logs and the history whether the suite has kept its promises. */
@NullMarked
package dev.sagamart.chaos.oracle;

import org.jspecify.annotations.NullMarked;
