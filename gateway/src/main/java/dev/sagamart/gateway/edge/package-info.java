/** What is done to every request and answer at the border, before anything trusts them. */
@NullMarked
package dev.sagamart.gateway.edge;

import org.jspecify.annotations.NullMarked;
