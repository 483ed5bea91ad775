/** The one door to the suite: every request enters here, is identified, and reaches the service that owns it. */
@NullMarked
package dev.sagamart.gateway;

import org.jspecify.annotations.NullMarked;
