/** The order service: takes orders and leads each through its saga to a verdict. */
@NullMarked
package dev.sagamart.order;

import org.jspecify.annotations.NullMarked;
