/** The commands of {@code ./run}. */
@NullMarked
package dev.sagamart.local.cli;

import org.jspecify.annotations.NullMarked;
