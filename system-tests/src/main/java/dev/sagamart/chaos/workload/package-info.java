/** Users who shop while things break: what they want follows from one seed, and what they hear goes into the history. */
@NullMarked
package dev.sagamart.chaos.workload;

import org.jspecify.annotations.NullMarked;
