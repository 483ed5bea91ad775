/** Benchmarks that put a number on a promise; run by hand, never by the build. */
@NullMarked
package dev.sagamart.loadtests;

import org.jspecify.annotations.NullMarked;
