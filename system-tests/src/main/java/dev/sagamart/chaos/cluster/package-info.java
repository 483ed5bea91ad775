/** The suite with several instances of a service, every link through a proxy, and its processes to hurt. */
@NullMarked
package dev.sagamart.chaos.cluster;

import org.jspecify.annotations.NullMarked;
