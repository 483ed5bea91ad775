/** The second line of idempotency: request keys kept in the service's own database. */
@NullMarked
package dev.sagamart.defaults.requests;

import org.jspecify.annotations.NullMarked;
