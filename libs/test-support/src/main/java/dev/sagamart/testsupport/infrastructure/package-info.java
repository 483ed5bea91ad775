/** Real PostgreSQL, Kafka, Redis and tokens for tests, started once per JVM and only when asked for. */
@NullMarked
package dev.sagamart.testsupport.infrastructure;

import org.jspecify.annotations.NullMarked;
