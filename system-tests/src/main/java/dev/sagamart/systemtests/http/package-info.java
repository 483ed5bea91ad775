/** Calls of the public API and what they answer. */
@NullMarked
package dev.sagamart.systemtests.http;

import org.jspecify.annotations.NullMarked;
