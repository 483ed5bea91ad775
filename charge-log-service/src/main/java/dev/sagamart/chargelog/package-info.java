/** The charge log: what users charged, kept from events for their own view of it. */
@NullMarked
package dev.sagamart.chargelog;

import org.jspecify.annotations.NullMarked;
