/** Several instances of each service, and how the work is shared among them. */
@NullMarked
package dev.sagamart.loadtests.instances;

import org.jspecify.annotations.NullMarked;
