/** Errors as RFC 9457 problem details with the codes of the REST contract. */
@NullMarked
package dev.sagamart.defaults.problem;

import org.jspecify.annotations.NullMarked;
