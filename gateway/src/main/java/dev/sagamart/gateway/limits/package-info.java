/** How many requests a user and an address may send; all gateways together keep the count. */
@NullMarked
package dev.sagamart.gateway.limits;

import org.jspecify.annotations.NullMarked;
