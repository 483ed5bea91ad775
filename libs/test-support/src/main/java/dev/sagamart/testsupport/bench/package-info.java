/** Micro-benchmarks (JMH) that Maven runs when they are asked for. */
@NullMarked
package dev.sagamart.testsupport.bench;

import org.jspecify.annotations.NullMarked;
