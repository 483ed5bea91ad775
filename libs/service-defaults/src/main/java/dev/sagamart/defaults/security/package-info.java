/** Who calls, and what they may: tokens of any OIDC issuer, denied by default. */
@NullMarked
package dev.sagamart.defaults.security;

import org.jspecify.annotations.NullMarked;
