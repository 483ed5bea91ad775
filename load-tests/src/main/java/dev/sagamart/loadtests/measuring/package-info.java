/** Keeps connections busy with HTTP requests and sums up what came back, for as little processor time as possible. */
@NullMarked
package dev.sagamart.loadtests.measuring;

import org.jspecify.annotations.NullMarked;
