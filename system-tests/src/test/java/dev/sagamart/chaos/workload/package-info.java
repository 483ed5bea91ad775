/** Tests of the chaos runner's workload. */
@NullMarked
package dev.sagamart.chaos.workload;

import org.jspecify.annotations.NullMarked;
