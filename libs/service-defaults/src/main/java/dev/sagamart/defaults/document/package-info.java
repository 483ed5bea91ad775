/** The OpenAPI document: what the shared controller arguments and problems mean for a client. */
@NullMarked
package dev.sagamart.defaults.document;

import org.jspecify.annotations.NullMarked;
