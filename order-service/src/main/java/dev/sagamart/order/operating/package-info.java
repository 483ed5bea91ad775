/** What support can see of an order's saga, and what operators can do about it. */
@NullMarked
package dev.sagamart.order.operating;

import org.jspecify.annotations.NullMarked;
