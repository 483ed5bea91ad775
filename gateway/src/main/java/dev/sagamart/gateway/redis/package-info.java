/** Redis as the gateway uses it: scripts of its own, a short patience, readable values. */
@NullMarked
package dev.sagamart.gateway.redis;

import org.jspecify.annotations.NullMarked;
