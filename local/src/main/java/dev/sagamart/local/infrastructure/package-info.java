/** PostgreSQL, Redis, Kafka and a token issuer as plain processes, for the local suite and for tests. */
@NullMarked
package dev.sagamart.local.infrastructure;

import org.jspecify.annotations.NullMarked;
