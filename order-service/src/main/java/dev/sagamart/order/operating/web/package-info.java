/** Sagas over HTTP, for support and operators. */
@NullMarked
package dev.sagamart.order.operating.web;

import org.jspecify.annotations.NullMarked;
