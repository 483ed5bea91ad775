/** Who is calling: bearer tokens are verified and turned into the user that a request acts for. */
@NullMarked
package dev.sagamart.gateway.identity;

import org.jspecify.annotations.NullMarked;
