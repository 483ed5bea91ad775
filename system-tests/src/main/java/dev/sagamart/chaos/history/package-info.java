/** What the clients of a run asked for and heard, kept in a file. */
@NullMarked
package dev.sagamart.chaos.history;

import org.jspecify.annotations.NullMarked;
