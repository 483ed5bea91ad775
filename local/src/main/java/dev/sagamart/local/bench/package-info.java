/** A quick look at throughput and latency; the real load tests are elsewhere. */
@NullMarked
package dev.sagamart.local.bench;

import org.jspecify.annotations.NullMarked;
