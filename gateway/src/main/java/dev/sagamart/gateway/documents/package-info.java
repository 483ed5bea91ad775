/** The API documents of all services on one page, for developers; production does not have it unless told to. */
@NullMarked
package dev.sagamart.gateway.documents;

import org.jspecify.annotations.NullMarked;
