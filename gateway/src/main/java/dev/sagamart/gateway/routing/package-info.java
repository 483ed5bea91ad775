/** Which request goes to which service, and how long and how often it may try. */
@NullMarked
package dev.sagamart.gateway.routing;

import org.jspecify.annotations.NullMarked;
