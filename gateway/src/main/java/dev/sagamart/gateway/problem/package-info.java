/** How the gateway says no: every error of its own is an RFC 9457 problem with a stable code. */
@NullMarked
package dev.sagamart.gateway.problem;

import org.jspecify.annotations.NullMarked;
