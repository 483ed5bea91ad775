/** The demo data and the story that {@code ./run demo} plays through the gateway. */
@NullMarked
package dev.sagamart.local.demo;

import org.jspecify.annotations.NullMarked;
