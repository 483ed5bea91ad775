/** Orders over HTTP. */
@NullMarked
package dev.sagamart.order.ordering.web;

import org.jspecify.annotations.NullMarked;
