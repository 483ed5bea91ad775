/** Tests of the chaos runner's runner. */
@NullMarked
package dev.sagamart.chaos.runner;

import org.jspecify.annotations.NullMarked;
