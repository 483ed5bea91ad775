/** Tells users what became of their requests, from the store or, if it has forgotten, from the services. */
@NullMarked
package dev.sagamart.gateway.requests;

import org.jspecify.annotations.NullMarked;
