/** The proxy in front of a server that repeats what it hears. */
@NullMarked
package dev.sagamart.chaos.proxy;

import org.jspecify.annotations.NullMarked;
