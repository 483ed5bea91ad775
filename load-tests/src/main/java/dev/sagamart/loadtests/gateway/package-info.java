/** What the gateway costs: ours with everything on against one that only forwards. */
@NullMarked
package dev.sagamart.loadtests.gateway;

import org.jspecify.annotations.NullMarked;
