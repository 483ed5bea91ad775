/** What an operator sees of a request that goes through many services. */
@NullMarked
package dev.sagamart.systemtests.tracing;

import org.jspecify.annotations.NullMarked;
