/** Requests as bytes, answers as bytes, and a connection that can be torn at any place. */
@NullMarked
package dev.sagamart.conformance.http;

import org.jspecify.annotations.NullMarked;
