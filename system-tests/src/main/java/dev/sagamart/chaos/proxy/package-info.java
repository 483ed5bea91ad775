/** A TCP proxy that loses, delays, cuts and refuses what goes through it. */
@NullMarked
package dev.sagamart.chaos.proxy;

import org.jspecify.annotations.NullMarked;
